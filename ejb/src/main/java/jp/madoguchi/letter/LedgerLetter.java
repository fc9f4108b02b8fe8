package jp.madoguchi.letter;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.problem.Problem;

/**
 * A letter with a code of its own, in the ledger from its printing on: it is posted, and ends in
 * one way (R-LETTER-STATES).
 */
@MappedSuperclass
public abstract class LedgerLetter {

  @Id private String code;

  @Enumerated(EnumType.STRING)
  private LetterState state;

  @Column(name = "printed_at")
  private Instant printedAt;

  @Column(name = "posted_by")
  private String postedBy;

  @Column(name = "posted_at")
  private Instant postedAt;

  @Column(name = "ended_by")
  private String endedBy;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Version private int version;

  protected LedgerLetter() {}

  LedgerLetter(LetterCode code, Instant at) {
    this.code = code.value();
    this.state = LetterState.PRINTED;
    this.printedAt = at;
  }

  /** The word for such a letter in the codes of problems. */
  abstract String word();

  void post(String by, Instant at) {
    require(LetterState.PRINTED);
    state = LetterState.POSTED;
    postedBy = by;
    postedAt = at;
  }

  void end(LetterState outcome, String by, Instant at) {
    state = outcome;
    endedBy = by;
    endedAt = at;
  }

  void require(LetterState expected) {
    if (state != expected) {
      throw unusable().asException();
    }
  }

  /** Why what was asked for cannot be done with a letter in this state. */
  public Problem unusable() {
    return Problem.conflict(word() + "-" + state.name().toLowerCase(Locale.ROOT), code);
  }

  public LetterCode code() {
    return LetterCode.read(code).orElseThrow();
  }

  public LetterState state() {
    return state;
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

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
