package jp.madoguchi.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An inquiry letter (照会書) with its reply form, in the ledger from its printing on. A case has one
 * current letter at a time; a reprint voids the one before it (R-LETTER-STATES).
 */
@Entity
@Table(schema = "madoguchi", name = "inquiry_letter")
public class InquiryLetter extends LedgerLetter {

  @Column(name = "reception_number")
  private String receptionNumber;

  private int issue;

  private String reason;

  @Column(name = "printed_by")
  private String printedBy;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Column(name = "reminded_at")
  private Instant remindedAt;

  @Column(name = "undelivered_reason")
  private String undeliveredReason;

  protected InquiryLetter() {}

  InquiryLetter(
      LetterCode code, String receptionNumber, int issue, String reason, String by, Instant at) {
    super(code, at);
    this.receptionNumber = receptionNumber;
    this.issue = issue;
    this.reason = reason;
    this.printedBy = by;
  }

  /**
   * It is in the post; the answer's time begins.
   *
   * @param due the last day on which the proxy may come back (R-REPLY-DUE)
   */
  void post(LocalDate due, String by, Instant at) {
    post(by, at);
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

  @Override
  String word() {
    return "letter";
  }

  /** Whether its code can still bring somebody back. */
  public boolean isCurrent() {
    return state() == LetterState.PRINTED || state() == LetterState.POSTED;
  }

  public String receptionNumber() {
    return receptionNumber;
  }

  /** 1 for the first letter of a case, 2 for the next. */
  public int issue() {
    return issue;
  }

  /** Why it was printed in place of another; empty for the first. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public String printedBy() {
    return printedBy;
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
}
