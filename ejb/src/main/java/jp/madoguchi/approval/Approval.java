package jp.madoguchi.approval;

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
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;

/**
 * An exception that was asked for, and what became of it (決裁, R-SECOND-PERSON).
 *
 * <p>Somebody at the counter asks, with a reason; a supervisor who is somebody else grants or
 * refuses, with a reason. What was granted holds for the application it was asked for, on that day,
 * and once: the case that is opened with it keeps it to its end.
 */
@Entity
@Table(schema = "madoguchi", name = "approval")
public class Approval {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "approval")
  @SequenceGenerator(
      name = "approval",
      schema = "madoguchi",
      sequenceName = "approval_seq",
      allocationSize = 50)
  private long id;

  @Enumerated(EnumType.STRING)
  @Column(name = "exception")
  private ExceptionKind exception;

  @Column(name = "resident_id")
  private long residentId;

  @Column(name = "card_serial")
  private String cardSerial;

  @Enumerated(EnumType.STRING)
  private ApplicationKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "reissue_reason")
  private ReissueReason reissueReason;

  @Enumerated(EnumType.STRING)
  private Route route;

  private boolean signature;

  @Column(name = "user_authentication")
  private boolean userAuthentication;

  @Column(name = "card_loss")
  private Long cardLoss;

  @Column(name = "day")
  private LocalDate day;

  @Column(name = "asked_reason")
  private String askedReason;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Enumerated(EnumType.STRING)
  private ApprovalState state;

  @Column(name = "decided_reason")
  private String decidedReason;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "reception_number")
  private String receptionNumber;

  protected Approval() {}

  Approval(
      ExceptionKind exception,
      Matter matter,
      WrittenReason reason,
      String by,
      LocalDate day,
      Instant at) {
    this.exception = exception;
    this.residentId = matter.residentId();
    this.cardSerial = matter.cardSerial();
    this.kind = matter.kind();
    this.reissueReason = matter.reissueReason();
    this.route = matter.route();
    this.cardLoss = matter.cardLoss();
    this.signature = matter.types().contains(CertificateType.SIGNATURE);
    this.userAuthentication = matter.types().contains(CertificateType.USER_AUTHENTICATION);
    this.askedReason = reason.text();
    this.askedBy = by;
    this.day = day;
    this.askedAt = at;
    this.state = ApprovalState.ASKED;
  }

  /**
   * A supervisor decides.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code R-SECOND-PERSON} when it is who asked;
   *     {@code exception-decided}, naming who was first; {@code exception-lapsed} on another day
   */
  void decide(boolean granted, WrittenReason reason, String by, LocalDate today, Instant at) {
    requireOpen(today);
    if (askedBy.equals(by)) {
      throw Problem.refused("R-SECOND-PERSON").asException();
    }
    state = granted ? ApprovalState.GRANTED : ApprovalState.REFUSED;
    decidedReason = reason.text();
    decidedBy = by;
    decidedAt = at;
  }

  /**
   * Who asked does not need it any more.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code exception-decided}, {@code
   *     exception-of-another}
   */
  void withdraw(String by, LocalDate today) {
    requireOpen(today);
    if (!askedBy.equals(by)) {
      throw Problem.refused("exception-of-another", askedBy).asException();
    }
    state = ApprovalState.WITHDRAWN;
  }

  private void requireOpen(LocalDate today) {
    if (state != ApprovalState.ASKED) {
      throw Problem.conflict("exception-decided", decidedBy == null ? askedBy : decidedBy)
          .asException();
    }
    if (!day.equals(today)) {
      throw Problem.conflict("exception-lapsed").asException();
    }
  }

  /** A case was opened with it; it holds for no other. */
  void use(String number) {
    if (!usable()) {
      throw new IllegalStateException("Only what was granted can be used, and once");
    }
    receptionNumber = number;
  }

  /** Whether it was granted and no case was opened with it. */
  public boolean usable() {
    return state == ApprovalState.GRANTED && receptionNumber == null;
  }

  /** Whether something was done with it: a case went on, or a lost card was released at once. */
  boolean used() {
    return receptionNumber != null
        || (exception == ExceptionKind.CARD_RELEASE && state == ApprovalState.GRANTED);
  }

  public long id() {
    return id;
  }

  public ExceptionKind exception() {
    return exception;
  }

  public Matter matter() {
    Set<CertificateType> types = EnumSet.noneOf(CertificateType.class);
    if (signature) {
      types.add(CertificateType.SIGNATURE);
    }
    if (userAuthentication) {
      types.add(CertificateType.USER_AUTHENTICATION);
    }
    return new Matter(residentId, cardSerial, kind, reissueReason, types, route, cardLoss);
  }

  /** The day on which it was asked for, and on which alone it can be decided and used. */
  public LocalDate day() {
    return day;
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

  public ApprovalState state() {
    return state;
  }

  public Optional<String> decidedReason() {
    return Optional.ofNullable(decidedReason);
  }

  public Optional<String> decidedBy() {
    return Optional.ofNullable(decidedBy);
  }

  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  /** The case that was opened with it. */
  public Optional<String> receptionNumber() {
    return Optional.ofNullable(receptionNumber);
  }
}
