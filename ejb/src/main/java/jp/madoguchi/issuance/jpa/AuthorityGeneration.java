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

  private boolean prepared;

  @Column(name = "new_with_old")
  private byte[] newWithOld;

  @Column(name = "old_with_new")
  private byte[] oldWithNew;

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

  /** Its key is still to be written: until then it signs nothing, and the former one goes on. */
  public AuthorityGeneration prepare() {
    current = false;
    prepared = true;
    return this;
  }

  /**
   * Its key is where it belongs: it signs from now on.
   *
   * @param linkFromFormer null where the former key could not sign any more
   */
  public void activate(byte[] linkFromFormer, byte[] linkToFormer) {
    prepared = false;
    current = true;
    newWithOld = linkFromFormer;
    oldWithNew = linkToFormer;
  }

  public boolean prepared() {
    return prepared;
  }

  /** This key's certificate signed by the former one (RFC 4210 4.4); null for the first. */
  public byte[] newWithOld() {
    return newWithOld == null ? null : newWithOld.clone();
  }

  /** The former key's certificate signed by this one; null for the first. */
  public byte[] oldWithNew() {
    return oldWithNew == null ? null : oldWithNew.clone();
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
