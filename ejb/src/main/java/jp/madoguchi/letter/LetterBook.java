package jp.madoguchi.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/**
 * The ledger of inquiry letters: who printed which, when and why, and what became of it. The
 * diagram asks it for its times, under the name {@code letters}.
 *
 * <p>Settings: {@code letter.due-days} (30, R-REPLY-DUE) and {@code letter.reminder-days} (7), so
 * many days before the due date the work list speaks of it.
 */
@ApplicationScoped
@Named("letters")
public class LetterBook {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final InquiryLetters letters;
  private final OfficeClock clock;
  private final Actors actors;
  private final AuditTrail trail;
  private final Settings settings;

  protected LetterBook() {
    this(null, null, null, null, null);
  }

  @Inject
  public LetterBook(
      InquiryLetters letters,
      OfficeClock clock,
      Actors actors,
      AuditTrail trail,
      Settings settings) {
    this.letters = letters;
    this.clock = clock;
    this.actors = actors;
    this.trail = trail;
    this.settings = settings;
  }

  /**
   * Enters a letter that is printed now; the code of the one before it is void from now on.
   *
   * @param reason why it takes the place of another; null for the first of a case
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete} without a reason where
   *     one is needed
   */
  public InquiryLetter print(String receptionNumber, String reason) {
    List<InquiryLetter> before = letters.ofCase(receptionNumber);
    String why = reason == null || reason.isBlank() ? null : reason.strip();
    if (before.isEmpty() != (why == null)) {
      throw Problem.refused("form-incomplete", "reason").asException();
    }
    revokeCurrent(receptionNumber);
    InquiryLetter letter =
        new InquiryLetter(
            LetterCode.random(RANDOM),
            receptionNumber,
            before.size() + 1,
            why,
            actors.current().login(),
            clock.instant());
    letters.add(letter);
    record("letter.printed", letter);
    return letter;
  }

  /** The case's letter that is printed or posted. */
  public Optional<InquiryLetter> current(String receptionNumber) {
    return ofCase(receptionNumber).stream().filter(InquiryLetter::isCurrent).findFirst();
  }

  /**
   * As {@link #current}.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code letter-none}
   */
  public InquiryLetter require(String receptionNumber) {
    return current(receptionNumber)
        .orElseThrow(() -> Problem.conflict("letter-none", receptionNumber).asException());
  }

  /** The letters of a case, the newest first. */
  public List<InquiryLetter> ofCase(String receptionNumber) {
    return letters.ofCase(receptionNumber);
  }

  /** The case's letter is in the post: the answer is due so many days from today. */
  public InquiryLetter post(String receptionNumber) {
    InquiryLetter letter = require(receptionNumber);
    LocalDate due = clock.today().plusDays(settings.number("letter.due-days", 30));
    letter.post(due, actors.current().login(), clock.instant());
    record("letter.posted", letter);
    return letter;
  }

  public void undelivered(String receptionNumber, String reason) {
    InquiryLetter letter = require(receptionNumber);
    letter.undelivered(reason, actors.current().login(), clock.instant());
    record("letter.undelivered", letter);
  }

  public void answered(String receptionNumber) {
    InquiryLetter letter = require(receptionNumber);
    letter.answered(actors.current().login(), clock.instant());
    record("letter.answered", letter);
  }

  public void overdue(String receptionNumber) {
    InquiryLetter letter = require(receptionNumber);
    letter.overdue(actors.current().login(), clock.instant());
    record("letter.overdue", letter);
  }

  /** The case goes on without its letter. */
  public void revokeCurrent(String receptionNumber) {
    current(receptionNumber)
        .ifPresent(
            letter -> {
              letter.revoke(actors.current().login(), clock.instant());
              record("letter.voided", letter);
            });
  }

  /** When the waiting ends: after the last moment of the due date. */
  public Date overdueAt(String receptionNumber) {
    return startOf(due(receptionNumber).plusDays(1));
  }

  /** When the work list begins to speak of it. */
  public Date reminderAt(String receptionNumber) {
    return startOf(due(receptionNumber).minusDays(settings.number("letter.reminder-days", 7)));
  }

  /** The work list speaks of it from now on. */
  public void remind(String receptionNumber) {
    InquiryLetter letter = require(receptionNumber);
    letter.remind(clock.instant());
    record("letter.reminded", letter);
  }

  private LocalDate due(String receptionNumber) {
    return require(receptionNumber).dueOn().orElseThrow();
  }

  private static Date startOf(LocalDate day) {
    return Date.from(day.atStartOfDay(OfficeClock.ZONE).toInstant());
  }

  private void record(String act, InquiryLetter letter) {
    trail.record(
        Act.done(act, "APPLICATION", letter.receptionNumber())
            .with("letter", letter.code().value())
            .with("issue", letter.issue()));
  }
}
