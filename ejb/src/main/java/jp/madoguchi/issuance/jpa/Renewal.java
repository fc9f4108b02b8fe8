package jp.madoguchi.issuance.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.KeyHome;
import jp.madoguchi.issuance.RenewalState;
import jp.madoguchi.problem.Problem;

/** A key rollover that an administrator asks for and somebody else decides on (R-SECOND-PERSON). */
@Entity
@Table(schema = "madoguchi", name = "authority_renewal")
public class Renewal {

  private static final int LONGEST_REASON = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "authority_renewal")
  @SequenceGenerator(
      name = "authority_renewal",
      schema = "madoguchi",
      sequenceName = "authority_renewal_seq",
      allocationSize = 50)
  private long id;

  @Enumerated(EnumType.STRING)
  private CertificateType type;

  @Enumerated(EnumType.STRING)
  private KeyHome home;

  @Enumerated(EnumType.STRING)
  private RenewalState state;

  @Column(name = "asked_reason")
  private String askedReason;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "decided_reason")
  private String decidedReason;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "key_id")
  private String keyId;

  protected Renewal() {}

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code renewal-reason}
   */
  public Renewal(CertificateType type, KeyHome home, String reason, String by, Instant at) {
    this.type = type;
    this.home = home;
    this.askedReason = written(reason);
    this.askedBy = by;
    this.askedAt = at;
    this.state = RenewalState.ASKED;
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code renewal-second-person} when it is who
   *     asked; {@code renewal-decided}, {@code renewal-reason}
   */
  public void decide(boolean granted, String reason, String by, Instant at) {
    requireAsked();
    if (askedBy.equals(by)) {
      throw Problem.refused("renewal-second-person").asException();
    }
    decidedReason = written(reason);
    decidedBy = by;
    decidedAt = at;
    state = granted ? RenewalState.GRANTED : RenewalState.REFUSED;
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code renewal-decided}
   */
  public void withdraw() {
    requireAsked();
    state = RenewalState.WITHDRAWN;
  }

  public void done(String newKeyId) {
    keyId = newKeyId;
    state = RenewalState.DONE;
  }

  private void requireAsked() {
    if (state != RenewalState.ASKED) {
      throw Problem.conflict("renewal-decided").asException();
    }
  }

  private static String written(String reason) {
    if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
      throw Problem.refused("renewal-reason", LONGEST_REASON).asException();
    }
    return reason.strip();
  }

  public long id() {
    return id;
  }

  public CertificateType type() {
    return type;
  }

  public KeyHome home() {
    return home;
  }

  public RenewalState state() {
    return state;
  }

  public String askedReason() {
    return askedReason;
  }

  public String askedBy() {
    return askedBy;
  }

  public Instant askedAt() {
    return askedAt;
  }
}
