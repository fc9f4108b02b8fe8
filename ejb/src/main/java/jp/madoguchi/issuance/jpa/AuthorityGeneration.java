package jp.madoguchi.issuance.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.madoguchi.issuance.CertificateType;

/** One key generation of an authority, as the database knows it; its keys are in the keystore. */
@Entity
@Table(schema = "madoguchi", name = "authority")
public class AuthorityGeneration {

  @Id
  @Column(name = "key_id")
  private String keyId;

  @Enumerated(EnumType.STRING)
  private CertificateType type;

  private byte[] certificate;

  @Column(name = "responder_certificate")
  private byte[] responderCertificate;

  @Column(name = "valid_from")
  private Instant validFrom;

  @Column(name = "valid_to")
  private Instant validTo;

  @Column(name = "is_current")
  private boolean current;

  protected AuthorityGeneration() {}

  public AuthorityGeneration(
      CertificateType type,
      String keyId,
      byte[] certificate,
      byte[] responderCertificate,
      Instant validFrom,
      Instant validTo) {
    this.type = type;
    this.keyId = keyId;
    this.certificate = certificate.clone();
    this.responderCertificate = responderCertificate.clone();
    this.validFrom = validFrom;
    this.validTo = validTo;
    this.current = true;
  }

  /** A newer generation signs from now on; this one still answers for what it signed. */
  public void retire() {
    current = false;
  }

  /** The responder has a new key. */
  public void answeredBy(byte[] newResponderCertificate) {
    responderCertificate = newResponderCertificate.clone();
  }

  public String keyId() {
    return keyId;
  }

  public CertificateType type() {
    return type;
  }

  public byte[] certificate() {
    return certificate.clone();
  }

  public byte[] responderCertificate() {
    return responderCertificate.clone();
  }

  public Instant validTo() {
    return validTo;
  }

  public boolean current() {
    return current;
  }
}
