package jp.madoguchi.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RevocationReason;

/**
 * A certificate that a change of the register concerned, and what the decision table said of it.
 */
@Entity
@Table(schema = "madoguchi", name = "lapse_certificate")
public class LapsedCertificate {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lapse_certificate")
  @SequenceGenerator(
      name = "lapse_certificate",
      schema = "madoguchi",
      sequenceName = "lapse_certificate_seq",
      allocationSize = 50)
  private long id;

  @ManyToOne
  @JoinColumn(name = "lapse_id")
  private Lapse lapse;

  private BigInteger serial;

  @Enumerated(EnumType.STRING)
  private CertificateType type;

  @Enumerated(EnumType.STRING)
  private RevocationReason outcome;

  @Column(name = "applied_at")
  private Instant appliedAt;

  private String rule;

  private String reason;

  @Column(name = "reason_en")
  private String reasonEn;

  private String source;

  @Column(name = "source_en")
  private String sourceEn;

  private boolean notice;

  protected LapsedCertificate() {}

  LapsedCertificate(Lapse lapse, CertificateStatus certificate) {
    this.lapse = lapse;
    this.serial = certificate.serial().value();
    this.type = certificate.type();
  }

  /** What the table's rows say of it together. */
  void decided(LapseOutcome said) {
    outcome = said.outcome();
    rule = said.rule();
    reason = said.reason(Locale.JAPANESE);
    reasonEn = said.reason(Locale.ENGLISH);
    source = said.source(Locale.JAPANESE);
    sourceEn = said.source(Locale.ENGLISH);
    notice = said.notice();
  }

  void appliedAt(Instant now) {
    appliedAt = now;
  }

  public Lapse lapse() {
    return lapse;
  }

  public CertificateSerialNumber serial() {
    return new CertificateSerialNumber(serial);
  }

  public CertificateType type() {
    return type;
  }

  /** Empty where it stays as it is. */
  public Optional<RevocationReason> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** Whether the authority did what the table said: the certificate was live. */
  public boolean applied() {
    return appliedAt != null;
  }

  /** Whether it is no longer valid by this change. */
  public boolean lapsed() {
    return applied() && outcome != RevocationReason.REMOVE_FROM_CRL;
  }

  boolean toTell() {
    return notice;
  }

  public Optional<Instant> since() {
    return Optional.ofNullable(appliedAt);
  }

  /** The rule by name, such as R-LAPSE-SIGN; null where it stays as it is. */
  public String rule() {
    return rule;
  }

  public String reason(Locale locale) {
    return english(locale) ? reasonEn : reason;
  }

  public String source(Locale locale) {
    return english(locale) ? sourceEn : source;
  }

  private static boolean english(Locale locale) {
    return locale.getLanguage().equals("en");
  }
}
