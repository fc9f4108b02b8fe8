package jp.madoguchi.web.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.reception.Application;
import jp.madoguchi.reception.ApplicationState;
import jp.madoguchi.reception.CaseLine;
import jp.madoguchi.reception.CaseView;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.workflow.CaseProcess.DueStep;
import jp.madoguchi.workflow.CaseWay.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Applications as other programs see them; the names are kept stable. */
final class ApplicationJson {

  private ApplicationJson() {}

  record Applicant(long residentId, String name, String kana, LocalDate birthDate) {}

  /** A step that is due, and what its form asks for. */
  record NextStep(String step, String title, Map<String, Object> form) {}

  record Step(String step, String title, Standing standing, OffsetDateTime endedAt) {}

  record Paper(String document, int visit, String confirmedBy, OffsetDateTime confirmedAt) {}

  record Fee(
      long receiptNumber, FeeEntry.Kind kind, int amountYen, String enteredBy, OffsetDateTime at) {}

  record Note(String text, String writtenBy, OffsetDateTime writtenAt) {}

  @Schema(name = "CaseCertificate")
  record Certificate(String serial, CertificateType type, String state, OffsetDateTime notAfter) {}

  @Schema(name = "Application")
  record Whole(
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
      List<NextStep> nextSteps,
      List<Step> way,
      List<Paper> papers,
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

  static Whole whole(CaseView view) {
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
        view.due().stream().map(due -> next(due, view)).toList(),
        view.way().stream()
            .map(step -> new Step(step.step(), step.title(), step.standing(), at(step.endedAt())))
            .toList(),
        view.papers().stream()
            .map(
                check ->
                    new Paper(
                        check.document(),
                        check.visit(),
                        check.confirmedBy(),
                        at(check.confirmedAt())))
            .toList(),
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

  private static NextStep next(DueStep due, CaseView view) {
    return new NextStep(due.step(), due.title(), form(due.step(), view));
  }

  private static Map<String, Object> form(String step, CaseView view) {
    return switch (step) {
      case Steps.CHECK_PAPERS -> Map.of("confirmed", view.required());
      case Steps.COLLECT_FEE -> Map.of("receivedYen", view.application().feeYen());
      case Steps.PRESENT_CARD -> Map.of("terminal", "");
      case Steps.ENTER_PINS -> Map.of("types", view.application().types());
      default -> Map.of();
    };
  }

  private static OffsetDateTime at(Optional<Instant> instant) {
    return instant.map(ApplicationJson::at).orElse(null);
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atZone(OfficeClock.ZONE).toOffsetDateTime();
  }
}
