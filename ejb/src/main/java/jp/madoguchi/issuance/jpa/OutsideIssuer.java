package jp.madoguchi.issuance.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An authority outside that issued something for this office. */
@Entity
@Table(schema = "madoguchi", name = "outside_issuer")
public class OutsideIssuer {

  @Id
  @Column(name = "key_id")
  private String keyId;

  private byte[] certificate;

  protected OutsideIssuer() {}

  public OutsideIssuer(String keyId, byte[] certificate) {
    this.keyId = keyId;
    this.certificate = certificate.clone();
  }

  public byte[] certificate() {
    return certificate.clone();
  }
}
