package jp.madoguchi.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.problem.Problem;

/**
 * An inquiry letter (照会書) with its reply form, in the ledger from its printing on. A case has one
 * current letter at a time; a reprint voids the one before it (R-LETTER-STATES).
 */
@Entity
@Table(schema = "madoguchi", name = "inquiry_letter")
public class InquiryLetter {

  @Id private String code;

  @Column(name = "reception_number")
  private String receptionNumber;

  private int issue;

  @Enumerated(EnumType.STRING)
  private LetterState state;

  private String reason;

  @Column(name = "printed_by")
  private String printedBy;

  @Column(name = "printed_at")
  private Instant printedAt;

  @Column(name = "posted_by")
  private String postedBy;

  @Column(name = "posted_at")
  private Instant postedAt;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Column(name = "reminded_at")
  private Instant remindedAt;

  @Column(name = "undelivered_reason")
  private String undeliveredReason;

  @Column(name = "ended_by")
  private String endedBy;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Version private int version;

  protected InquiryLetter() {}

  InquiryLetter(
      LetterCode code, String receptionNumber, int issue, String reason, String by, Instant at) {
    this.code = code.value();
    this.receptionNumber = receptionNumber;
    this.issue = issue;
    this.state = LetterState.PRINTED;
    this.reason = reason;
    this.printedBy = by;
    this.printedAt = at;
  }

  /**
   * It is in the post; the answer's time begins.
   *
   * @param due the last day on which the proxy may come back (R-REPLY-DUE)
   */
  void post(LocalDate due, String by, Instant at) {
    require(LetterState.PRINTED);
    state = LetterState.POSTED;
    postedBy = by;
    postedAt = at;
    dueOn = due;
  }

  void remind(Instant at) {
    require(LetterState.POSTED);
    remindedAt = at;
  }

  void undelivered(String why, String by, Instant at) {
    require(LetterState.POSTED);
    undeliveredReason = why;
    end(LetterState.UNDELIVERED, by, at);
  }

  void answered(String by, Instant at) {
    require(LetterState.POSTED);
    end(LetterState.ANSWERED, by, at);
  }

  void overdue(String by, Instant at) {
    require(LetterState.POSTED);
    end(LetterState.OVERDUE, by, at);
  }

  void revoke(String by, Instant at) {
    if (!isCurrent()) {
      throw unusable().asException();
    }
    end(LetterState.VOID, by, at);
  }

  private void end(LetterState outcome, String by, Instant at) {
    state = outcome;
    endedBy = by;
    endedAt = at;
  }

  private void require(LetterState expected) {
    if (state != expected) {
      throw unusable().asException();
    }
  }

  /** Why what was asked for cannot be done with a letter in this state. */
  public Problem unusable() {
    return Problem.conflict("letter-" + state.name().toLowerCase(Locale.ROOT), code);
  }

  /** Whether its code can still bring somebody back. */
  public boolean isCurrent() {
    return state == LetterState.PRINTED || state == LetterState.POSTED;
  }

  public LetterCode code() {
    return LetterCode.read(code).orElseThrow();
  }

  public String receptionNumber() {
    return receptionNumber;
  }

  /** 1 for the first letter of a case, 2 for the next. */
  public int issue() {
    return issue;
  }

  public LetterState state() {
    return state;
  }

  /** Why it was printed in place of another; empty for the first. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public String printedBy() {
    return printedBy;
  }

  public Instant printedAt() {
    return printedAt;
  }

  public Optional<String> postedBy() {
    return Optional.ofNullable(postedBy);
  }

  public Optional<Instant> postedAt() {
    return Optional.ofNullable(postedAt);
  }

  /** The last day on which the proxy may come back; empty until it is posted. */
  public Optional<LocalDate> dueOn() {
    return Optional.ofNullable(dueOn);
  }

  public Optional<Instant> remindedAt() {
    return Optional.ofNullable(remindedAt);
  }

  public Optional<String> undeliveredReason() {
    return Optional.ofNullable(undeliveredReason);
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
