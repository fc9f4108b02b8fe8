package jp.madoguchi.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.letter.InquiryLetter;
import jp.madoguchi.letter.InquiryLetters;
import jp.madoguchi.letter.LetterBook;
import jp.madoguchi.letter.LetterCode;
import jp.madoguchi.letter.LetterCounts;
import jp.madoguchi.letter.LetterState;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.workflow.CaseProcess;

/** 発送と回答: the letters that are to be posted, those that are out, and what came of them. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class LetterDesk {

  /** How far back the lists of what has ended go. */
  private static final int DAYS_SHOWN = 60;

  @Inject private InquiryLetters letters;
  @Inject private LetterBook book;
  @Inject private Applications applications;
  @Inject private CaseFile file;
  @Inject private ResidentRegister register;
  @Inject private CaseProcess process;
  @Inject private OfficeClock clock;
  @Inject private Actors actors;
  @Inject private AuditTrail trail;

  /** A letter and to whom it goes. */
  public record LetterLine(InquiryLetter letter, Application application, ResidentRecord to) {

    /** Days from today until it is due; negative when it is over. */
    public long daysLeft(LocalDate today) {
      return letter.dueOn().map(due -> due.toEpochDay() - today.toEpochDay()).orElse(0L);
    }
  }

  /** Printed and not posted yet, the oldest first. */
  public List<LetterLine> toPost() {
    return lines(letters.toPost());
  }

  /** Posted and not answered yet, what is due first first. */
  public List<LetterLine> waiting() {
    return lines(letters.waiting());
  }

  /** Brought back by the post in the last sixty days, the newest first. */
  public List<LetterLine> undelivered() {
    return lines(letters.ended(LetterState.UNDELIVERED, clock.today().minusDays(DAYS_SHOWN)));
  }

  /** Overdue in the last sixty days, the newest first. */
  public List<LetterLine> overdue() {
    return lines(letters.ended(LetterState.OVERDUE, clock.today().minusDays(DAYS_SHOWN)));
  }

  /** How many letters each of the lists has. */
  public LetterCounts counts() {
    return letters.counts(clock.today().minusDays(DAYS_SHOWN));
  }

  /** How many undelivered letters nobody has decided about yet. */
  public long toHandle() {
    return cases(undelivered()).stream()
        .map(CaseLine::due)
        .filter(Objects::nonNull)
        .filter(due -> due.step().equals(Steps.HANDLE_UNDELIVERED))
        .count();
  }

  /** The cases of these letters with what is to be done there now. */
  public List<CaseLine> cases(List<LetterLine> lines) {
    return file.lines(
        List.copyOf(
            lines.stream()
                .collect(
                    Collectors.toMap(
                        line -> line.application().receptionNumber(),
                        LetterLine::application,
                        (one, same) -> one))
                .values()));
  }

  /** Posted on a day, in the order of posting: the posting list (発送簿). */
  public List<LetterLine> postedOn(LocalDate day) {
    trail.record(Act.done("posting-list.viewed", "DAY", day.toString()));
    return lines(letters.postedOn(day));
  }

  /** The letters of a case, the newest first. */
  public List<InquiryLetter> ofCase(ReceptionNumber number) {
    return letters.ofCase(number.value());
  }

  /**
   * Confirms that these letters are in the post, all or none: whoever posts them need not hold
   * their cases.
   *
   * @param codes at least one
   * @throws jp.madoguchi.problem.BusinessException {@code letters-not-chosen}, {@code letter-code},
   *     {@code letter-unknown}, {@code letter-posted} and so on, naming the letter
   */
  public void post(List<String> codes) {
    if (codes.isEmpty()) {
      throw Problem.refused("letters-not-chosen").asException();
    }
    codes.forEach(this::post);
  }

  private void post(String typed) {
    LetterCode code =
        LetterCode.read(typed).orElseThrow(() -> Problem.refused("letter-code").asException());
    String number =
        letters
            .find(code)
            .map(InquiryLetter::receptionNumber)
            .orElseThrow(() -> Problem.refused("letter-unknown", code.value()).asException());
    applications.lock(new ReceptionNumber(number));
    InquiryLetter letter = letters.lock(code).orElseThrow();
    if (letter.state() != LetterState.PRINTED) {
      throw letter.unusable().asException();
    }
    book.post(number);
    process.complete(number, Steps.POST_LETTER);
    trail.record(Act.done("step.done", "APPLICATION", number).with("step", Steps.POST_LETTER));
  }

  private List<LetterLine> lines(List<InquiryLetter> found) {
    Map<String, Application> cases =
        applications
            .all(found.stream().map(InquiryLetter::receptionNumber).distinct().toList())
            .stream()
            .collect(Collectors.toMap(one -> one.receptionNumber().value(), Function.identity()));
    return found.stream().map(letter -> line(letter, cases.get(letter.receptionNumber()))).toList();
  }

  private LetterLine line(InquiryLetter letter, Application application) {
    return new LetterLine(
        letter, application, register.find(application.residentId()).orElseThrow());
  }
}
