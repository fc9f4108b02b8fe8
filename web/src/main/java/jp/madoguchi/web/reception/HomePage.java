package jp.madoguchi.web.reception;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.approval.ApprovalDesk;
import jp.madoguchi.approval.Request;
import jp.madoguchi.cardwriting.Told;
import jp.madoguchi.expiry.ExpiryDesk;
import jp.madoguchi.expiry.NoticeDesk;
import jp.madoguchi.expiry.RunState;
import jp.madoguchi.letter.LetterCounts;
import jp.madoguchi.reception.Application;
import jp.madoguchi.reception.CaseLine;
import jp.madoguchi.reception.EndedCase;
import jp.madoguchi.reception.LetterDesk;
import jp.madoguchi.reception.StuckCase;
import jp.madoguchi.reception.Today;
import jp.madoguchi.reception.WorkList;
import jp.madoguchi.resident.ImportProgress;
import jp.madoguchi.resident.ResidentImport;
import jp.madoguchi.revocation.LapseDesk;
import jp.madoguchi.web.approval.ApprovalRow;
import jp.madoguchi.web.certificate.LapseRow;
import jp.madoguchi.web.faces.OfficeDates;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.web.letter.LettersResource.Which;

/** 今日: what waits for this clerk now, what failed, and the day so far. */
@Named
@RequestScoped
public class HomePage {

  private static final int LAPSES_SHOWN = 10;

  /** A number of the day with the key of its word. */
  public record Figure(String word, String value) {}

  /** How many letters wait for what, with the list that shows them. */
  public record LetterFigure(String word, String value, String tab) {}

  /** A case whose card writing stands still, and what to do about it. */
  public record StuckRow(String receptionNumber, String name, String why, String next) {

    static StuckRow of(StuckCase stuck, PageTexts texts) {
      Told told = Told.of(stuck.writing(), texts.locale());
      return new StuckRow(
          stuck.line().application().receptionNumber().value(),
          stuck.line().name(),
          told.sentence(),
          told.next());
    }
  }

  /** A case that ended without issue, and whom to tell. */
  public record EndedRow(
      String receptionNumber, String name, String why, String contact, Instant endedAt) {

    static EndedRow of(EndedCase ended, PageTexts texts) {
      Application application = ended.line().application();
      return new EndedRow(
          application.receptionNumber().value(),
          ended.line().name(),
          ended.reasons().stream()
              .map(one -> one.reason(texts.locale()))
              .collect(Collectors.joining(" ")),
          application.contact().isEmpty() ? texts.get("home.ended.none") : application.contact(),
          application.closedAt().orElseThrow());
    }
  }

  @EJB private ResidentImport imports;
  @Inject private WorkList work;
  @Inject private LetterDesk letters;
  @Inject private LapseDesk lapseDesk;
  @Inject private ExpiryDesk expiry;
  @Inject private NoticeDesk notices;
  @Inject private PageTexts texts;
  @Inject private OfficeDates dates;
  @Inject private HttpServletRequest request;

  @Inject private ApprovalDesk approvals;

  private List<CaseRow> waiting;
  private List<StuckRow> stuck;
  private List<EndedRow> ended;
  private List<LapseRow> lapses;
  private Today today;
  private List<ApprovalRow> toDecide;

  /** How many expiry notices wait for the post; 0 also where the office prints none. */
  public long getNoticesToPost() {
    return isCounter() ? notices.countToPost() : 0;
  }

  /** Whether the last run that prints them failed, for who can resume it. */
  public boolean isBrokenExpiry() {
    return isSupervisor()
        && expiry.runs().stream().limit(1).anyMatch(run -> run.state() == RunState.FAILED);
  }

  /** Whether this member of staff works at the counter. */
  public boolean isCounter() {
    return request.isUserInRole("CLERK") || request.isUserInRole("SUPERVISOR");
  }

  public List<CaseRow> getWaiting() {
    if (waiting == null) {
      waiting = isCounter() ? rows(work.due()) : List.of();
    }
    return waiting;
  }

  /** The exceptions that wait for this supervisor's decision, the longest waiting first. */
  public List<ApprovalRow> getToDecide() {
    if (toDecide == null) {
      toDecide = isSupervisor() ? exceptions(approvals.waiting()) : List.of();
    }
    return toDecide;
  }

  /** The exceptions that this member of staff asked for today. */
  public List<ApprovalRow> getAsked() {
    return isCounter() ? exceptions(approvals.own()) : List.of();
  }

  public boolean isSupervisor() {
    return request.isUserInRole("SUPERVISOR");
  }

  private List<ApprovalRow> exceptions(List<Request> requests) {
    return requests.stream().map(one -> ApprovalRow.of(one, texts)).toList();
  }

  public List<StuckRow> getStuck() {
    if (stuck == null) {
      stuck =
          isCounter()
              ? work.stuck().stream().map(one -> StuckRow.of(one, texts)).toList()
              : List.of();
    }
    return stuck;
  }

  /** The cases of the last days that ended because the rules do not hold any more. */
  public List<EndedRow> getEnded() {
    if (ended == null) {
      ended =
          isCounter()
              ? work.ended().stream().map(one -> EndedRow.of(one, texts)).toList()
              : List.of();
    }
    return ended;
  }

  /** Those to be told that certificates have lapsed, the first of them. */
  public List<LapseRow> getLapses() {
    if (lapses == null) {
      lapses =
          isCounter()
              ? lapseDesk.due(1, LAPSES_SHOWN).stream().map(one -> LapseRow.of(one, texts)).toList()
              : List.of();
    }
    return lapses;
  }

  /** How many are to be told. */
  public long getLapseCount() {
    return lapseDesk.countDue();
  }

  /** The last import of the register, if it ended before its last line; else null. */
  public Long getBrokenImport() {
    return request.isUserInRole("SUPERVISOR")
        ? imports.newest().stream()
            .limit(1)
            .filter(ImportProgress::broken)
            .map(ImportProgress::id)
            .findFirst()
            .orElse(null)
        : null;
  }

  /** Whether nothing has happened today yet. */
  public boolean isQuiet() {
    return today().quiet();
  }

  /** What waits now. */
  public List<Figure> getNow() {
    String me = String.valueOf(request.getRemoteUser());
    long mine = getWaiting().stream().filter(row -> row.holder().equals(me)).count();
    long longest = getWaiting().stream().mapToLong(CaseRow::minutes).max().orElse(0);
    return List.of(
        new Figure("home.number.waiting", cases(getWaiting().size())),
        new Figure("home.number.mine", cases(mine)),
        new Figure("home.number.longest", dates.lasting(longest)));
  }

  /** The letters that somebody has to do something about. */
  public List<LetterFigure> getLetters() {
    LetterCounts counts = letters.counts();
    return List.of(
        letterFigure("letters.tab.TO_POST", counts.toPost(), Which.TO_POST),
        letterFigure("letters.near", counts.dueSoon(), Which.WAITING),
        letterFigure("letters.tab.UNDELIVERED", letters.toHandle(), Which.UNDELIVERED));
  }

  private LetterFigure letterFigure(String word, long count, Which which) {
    return new LetterFigure(word, texts.of("letters.count", count), which.name());
  }

  /** What became of the day so far. */
  public List<Figure> getNumbers() {
    return List.of(
        new Figure("closing.cases.received", cases(today().cases().received())),
        new Figure("closing.cases.issued", cases(today().cases().issued())),
        new Figure("closing.cases.withdrawn", cases(today().cases().withdrawn())),
        new Figure("closing.cases.refused", cases(today().cases().refused())),
        new Figure("closing.cases.open", cases(today().cases().open())),
        new Figure(
            "home.number.certificates", texts.of("count.certificates", today().certificates())),
        new Figure("home.number.fees", texts.of("yen", today().netYen())),
        new Figure(
            "home.number.average",
            today()
                .average()
                .map(Duration::toMinutes)
                .map(dates::lasting)
                .orElse(texts.get("home.number.none"))));
  }

  private Today today() {
    if (today == null) {
      today = work.today();
    }
    return today;
  }

  private String cases(long count) {
    return texts.of("count.cases", count);
  }

  private List<CaseRow> rows(List<CaseLine> lines) {
    return lines.stream().map(line -> CaseRow.of(line, texts)).toList();
  }
}
