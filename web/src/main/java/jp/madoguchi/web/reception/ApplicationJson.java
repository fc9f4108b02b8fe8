package jp.madoguchi.web.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.letter.InquiryLetter;
import jp.madoguchi.letter.LetterState;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.proxy.Proxy;
import jp.madoguchi.proxy.ProxyFinding;
import jp.madoguchi.proxy.ProxyKind;
import jp.madoguchi.proxy.ReplyFinding;
import jp.madoguchi.proxy.ReturnVisit;
import jp.madoguchi.proxy.WayOn;
import jp.madoguchi.reception.Application;
import jp.madoguchi.reception.ApplicationState;
import jp.madoguchi.reception.CaseLine;
import jp.madoguchi.reception.CaseView;
import jp.madoguchi.reception.RefusalReason;
import jp.madoguchi.reception.Withdrawer;
import jp.madoguchi.resident.BasicFourItems.Item;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.web.approval.ApprovalJson;
import jp.madoguchi.workflow.CaseProcess.DueStep;
import jp.madoguchi.workflow.CaseWay.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Applications as other programs see them; the names are kept stable. */
public final class ApplicationJson {

  private ApplicationJson() {}

  record Applicant(long residentId, String name, String kana, LocalDate birthDate) {}

  /** A step that is due, and what its form asks for. */
  public record NextStep(String step, String title, Map<String, Object> form) {}

  record Step(String step, String title, Standing standing, OffsetDateTime endedAt) {}

  record Paper(String document, int visit, String confirmedBy, OffsetDateTime confirmedAt) {}

  /**
   * What a clerk confirmed besides the papers.
   *
   * @param detail what was agreed to; empty where the item says it all
   */
  record Confirmed(
      jp.madoguchi.reception.Confirmed item,
      String detail,
      String confirmedBy,
      OffsetDateTime confirmedAt) {}

  /** A character that the certificate writes otherwise; {@code position} counts from 1. */
  record Substitute(Item item, int position, String registered, String substitute) {}

  /** Something that happened to the case, in words. */
  record Happened(OffsetDateTime at, String by, String what) {}

  record Fee(
      long receiptNumber, FeeEntry.Kind kind, int amountYen, String enteredBy, OffsetDateTime at) {}

  /** Why a case ended without issue, as a finding of the judgement is told. */
  record Refusal(
      String rule, String reason, String remedy, String source, LocalDate possibleFrom) {}

  record Note(String text, String writtenBy, OffsetDateTime writtenAt) {}

  @Schema(name = "CaseCertificate")
  record Certificate(String serial, CertificateType type, String state, OffsetDateTime notAfter) {}

  @Schema(name = "Application")
  /** The proxy; of the document's number its end alone. */
  record Representative(
      ProxyKind kind,
      String name,
      LocalDate birthDate,
      String address,
      String relation,
      String documentKind,
      String documentIssuer,
      LocalDate documentExpiresOn,
      String documentNumberEnd) {}

  record Letter(
      String code,
      int issue,
      LetterState state,
      String reason,
      String printedBy,
      OffsetDateTime printedAt,
      OffsetDateTime postedAt,
      LocalDate dueOn) {}

  record Visit(
      OffsetDateTime openedAt,
      String openedBy,
      ProxyFinding proxyFinding,
      String approvedBy,
      ReplyFinding replyFinding,
      WayOn wayOn) {}

  public record Whole(
      String receptionNumber,
      ApplicationState status,
      ApplicationKind kind,
      Route route,
      Set<CertificateType> types,
      Applicant applicant,
      String holder,
      String terminal,
      int feeYen,
      OffsetDateTime receivedAt,
      OffsetDateTime closedAt,
      Withdrawer withdrawnBy,
      List<Refusal> refusals,
      boolean noticeReply,
      String seen,
      List<NextStep> nextSteps,
      List<Step> way,
      Representative proxy,
      List<Letter> letters,
      List<Visit> visits,
      List<Paper> papers,
      List<Confirmed> confirmations,
      List<Substitute> substitutes,
      List<ApprovalJson> exceptions,
      List<Fee> fees,
      List<Certificate> certificates,
      List<Note> notes) {}

  @Schema(name = "ApplicationLine")
  record Line(
      String receptionNumber,
      ApplicationState status,
      ApplicationKind kind,
      Set<CertificateType> types,
      String name,
      String holder,
      OffsetDateTime receivedAt,
      String step,
      long waitingMinutes) {}

  public static Whole whole(CaseView view, Seen seen, Locale locale) {
    Application application = view.application();
    return new Whole(
        application.receptionNumber().value(),
        application.state(),
        application.kind(),
        application.route(),
        application.types(),
        applicant(view.resident()),
        application.holder(),
        application.terminal().orElse(null),
        application.feeYen(),
        at(application.receivedAt()),
        application.closedAt().map(ApplicationJson::at).orElse(null),
        application.withdrawnBy().orElse(null),
        view.refusals().stream().map(one -> refusal(one, locale)).toList(),
        application.noticeReply(),
        seen.toString(),
        next(view),
        view.way().stream()
            .map(step -> new Step(step.step(), step.title(), step.standing(), at(step.endedAt())))
            .toList(),
        view.proxy().map(ApplicationJson::representative).orElse(null),
        view.letters().stream().map(ApplicationJson::letter).toList(),
        view.visits().stream().map(ApplicationJson::visit).toList(),
        view.papers().stream()
            .map(
                check ->
                    new Paper(
                        check.document(),
                        check.visit(),
                        check.confirmedBy(),
                        at(check.confirmedAt())))
            .toList(),
        confirmations(view),
        substitutes(view),
        view.exceptions().stream().map(one -> ApprovalJson.of(one, locale)).toList(),
        view.fees().stream()
            .map(
                fee ->
                    new Fee(
                        fee.receiptNumber(),
                        fee.kind(),
                        fee.amountYen(),
                        fee.enteredBy(),
                        at(fee.enteredAt())))
            .toList(),
        view.certificates().stream()
            .map(
                status ->
                    new Certificate(
                        status.serial().hex(),
                        status.type(),
                        status.state().name(),
                        at(status.notAfter())))
            .toList(),
        view.notes().stream()
            .map(note -> new Note(note.text(), note.writtenBy(), at(note.writtenAt())))
            .toList());
  }

  public static List<NextStep> next(CaseView view) {
    return view.due().stream().map(due -> next(due, view)).toList();
  }

  static List<Happened> happened(List<HistoryRow> rows) {
    return rows.stream().map(row -> new Happened(at(row.at()), row.who(), row.what())).toList();
  }

  private static List<Confirmed> confirmations(CaseView view) {
    return view.confirmations().stream()
        .map(
            one ->
                new Confirmed(one.item(), one.detail(), one.confirmedBy(), at(one.confirmedAt())))
        .toList();
  }

  private static List<Substitute> substitutes(CaseView view) {
    return view.substitutes().items().stream()
        .flatMap(
            written ->
                written.replaced().stream()
                    .map(
                        one ->
                            new Substitute(
                                written.item(), one.position(), one.original(), one.substitute())))
        .toList();
  }

  static Line line(CaseLine line) {
    Application application = line.application();
    return new Line(
        application.receptionNumber().value(),
        application.state(),
        application.kind(),
        application.types(),
        line.name(),
        application.holder(),
        at(application.receivedAt()),
        line.due() == null ? null : line.due().step(),
        line.waiting().toMinutes());
  }

  private static Applicant applicant(ResidentRecord resident) {
    return new Applicant(resident.id(), resident.name(), resident.kana(), resident.birthDate());
  }

  private static Representative representative(Proxy proxy) {
    return new Representative(
        proxy.kind(),
        proxy.name(),
        proxy.birthDate(),
        proxy.address(),
        proxy.relation(),
        proxy.document().kind(),
        proxy.documentIssuer(),
        proxy.document().expiresOn().orElse(null),
        proxy.document().numberEnd());
  }

  private static Letter letter(InquiryLetter letter) {
    return new Letter(
        letter.code().value(),
        letter.issue(),
        letter.state(),
        letter.reason().orElse(null),
        letter.printedBy(),
        at(letter.printedAt()),
        at(letter.postedAt()),
        letter.dueOn().orElse(null));
  }

  private static Visit visit(ReturnVisit visit) {
    return new Visit(
        at(visit.openedAt()),
        visit.openedBy(),
        visit.proxyFinding().orElse(null),
        visit.approvedBy().orElse(null),
        visit.replyFinding().orElse(null),
        visit.wayOn().orElse(null));
  }

  private static Refusal refusal(RefusalReason one, Locale locale) {
    return new Refusal(
        one.rule(),
        one.reason(locale),
        one.remedy(locale).orElse(null),
        one.source(locale),
        one.possibleFrom().orElse(null));
  }

  private static NextStep next(DueStep due, CaseView view) {
    return new NextStep(due.step(), due.title(), form(due.step(), view));
  }

  private static Map<String, Object> form(String step, CaseView view) {
    return switch (step) {
      case Steps.CHECK_PAPERS, Steps.CHECK_PAPERS_IN_PERSON ->
          Map.of("confirmed", confirmed(view.required(), view));
      case Steps.HAND_OVER -> Map.of("confirmed", confirmed(List.of(), view));
      case Steps.COLLECT_FEE -> Map.of("receivedYen", view.application().feeYen());
      case Steps.PRESENT_CARD -> Map.of("terminal", "");
      case Steps.PRINT_LETTER -> view.letters().isEmpty() ? Map.of() : Map.of("reason", "");
      case Steps.HANDLE_UNDELIVERED -> Map.of("note", "");
      case Steps.CONFIRM_PROXY ->
          Map.of(
              "finding",
              ProxyFinding.values(),
              "document",
              Map.of("kind", "", "number", "", "expiresOn", ""));
      case Steps.CHECK_REPLY ->
          Map.of(
              "finding",
              ReplyFinding.values(),
              "wayOn",
              WayOn.values(),
              "confirmed",
              confirmed(view.required(), view));
      case Steps.ENTER_PINS -> Map.of("types", view.application().types());
      default -> Map.of();
    };
  }

  /** All that has to be named: the papers, and what is confirmed besides. */
  private static List<String> confirmed(List<String> papers, CaseView view) {
    return Stream.concat(papers.stream(), view.toConfirm().stream().map(Enum::name)).toList();
  }

  private static OffsetDateTime at(Optional<Instant> instant) {
    return instant.map(ApplicationJson::at).orElse(null);
  }

  public static OffsetDateTime at(Instant instant) {
    return instant.atZone(OfficeClock.ZONE).toOffsetDateTime();
  }
}
