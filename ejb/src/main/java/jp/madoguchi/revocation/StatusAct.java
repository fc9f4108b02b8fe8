package jp.madoguchi.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RevocationReason;

/** That a request or a lost card revoked, suspended or reinstated a certificate. */
@Entity
@Table(schema = "madoguchi", name = "status_act")
public class StatusAct {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "status_act")
  @SequenceGenerator(
      name = "status_act",
      schema = "madoguchi",
      sequenceName = "status_act_seq",
      allocationSize = 50)
  private long id;

  private String subject;

  private BigInteger serial;

  @Enumerated(EnumType.STRING)
  private CertificateType type;

  @Enumerated(EnumType.STRING)
  private RevocationReason reason;

  @Column(name = "done_at")
  private Instant doneAt;

  protected StatusAct() {}

  StatusAct(String subject, CertificateStatus certificate, RevocationReason reason, Instant at) {
    this.subject = subject;
    this.serial = certificate.serial().value();
    this.type = certificate.type();
    this.reason = reason;
    this.doneAt = at;
  }

  /** The key of the request or the lost card. */
  public String subject() {
    return subject;
  }

  public CertificateSerialNumber serial() {
    return new CertificateSerialNumber(serial);
  }

  public CertificateType type() {
    return type;
  }

  public RevocationReason reason() {
    return reason;
  }

  public Instant doneAt() {
    return doneAt;
  }
}
