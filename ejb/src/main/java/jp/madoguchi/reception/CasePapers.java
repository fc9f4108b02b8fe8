package jp.madoguchi.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.fee.FeeBook;
import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.issuance.IssuedCertificate;
import jp.madoguchi.letter.CertificateCopy;
import jp.madoguchi.letter.Letterheads;
import jp.madoguchi.letter.Paper;
import jp.madoguchi.letter.PaperDates;
import jp.madoguchi.letter.Press;
import jp.madoguchi.letter.PrintedPaper;
import jp.madoguchi.letter.Receipt;
import jp.madoguchi.letter.ReceptionSlip;
import jp.madoguchi.letter.RefundSlip;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.text.Texts;

/** The papers of a case. Each print is an act, since a paper names a resident. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class CasePapers {

  private Applications applications;
  private ResidentRegister register;
  private FeeBook book;
  private Certificates certificates;
  private PaperChecks checks;
  private Letterheads heads;
  private Press press;
  private AuditTrail trail;

  protected CasePapers() {}

  @Inject
  public CasePapers(
      Applications applications,
      ResidentRegister register,
      FeeBook book,
      Certificates certificates,
      PaperChecks checks,
      Letterheads heads,
      Press press,
      AuditTrail trail) {
    this.applications = applications;
    this.register = register;
    this.book = book;
    this.certificates = certificates;
    this.checks = checks;
    this.heads = heads;
    this.press = press;
    this.trail = trail;
  }

  /**
   * 受付票.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  public PrintedPaper receptionSlip(ReceptionNumber number) {
    Application application = application(number);
    return print(
        "RECEPTION_SLIP",
        application,
        ReceptionSlip.of(
            heads.current(),
            number.value(),
            resident(application).name(),
            text("paper.kind." + application.kind()),
            application.types().stream().map(CertificateCopy::word).toList(),
            application.feeYen(),
            application.receivedAt()));
  }

  /**
   * 領収書.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}; {@code paper-not-due} when
   *     nothing was collected
   */
  public PrintedPaper receipt(ReceptionNumber number) {
    Application application = application(number);
    FeeEntry collected = entry(number, FeeEntry.Kind.COLLECTED);
    return print(
        "RECEIPT",
        application,
        Receipt.of(heads.current(), collected, resident(application).name()));
  }

  /**
   * 手数料還付票.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}; {@code paper-not-due} when
   *     nothing was refunded
   */
  public PrintedPaper refundSlip(ReceptionNumber number) {
    Application application = application(number);
    FeeEntry refunded = entry(number, FeeEntry.Kind.REFUNDED);
    FeeEntry collected = entry(number, FeeEntry.Kind.COLLECTED);
    return print(
        "REFUND_SLIP",
        application,
        RefundSlip.of(heads.current(), collected, refunded, resident(application).name()));
  }

  /**
   * 電子証明書の写し: of the certificates of this case that are live on the card.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}; {@code paper-not-due} when
   *     there are none
   */
  public PrintedPaper certificates(ReceptionNumber number) {
    Application application = application(number);
    List<IssuedCertificate> issued =
        certificates.ofReception(number.value()).stream()
            .filter(status -> status.state() == CertificateState.VALID)
            .map(CertificateStatus::serial)
            .map(certificates::issued)
            .flatMap(Optional::stream)
            .toList();
    if (issued.isEmpty()) {
      throw notDue(number);
    }
    return print(
        "CERTIFICATE_COPY",
        application,
        CertificateCopy.of(
            heads.current(), number.value(), issued, resident(application), agreement(number)));
  }

  private CertificateCopy.Agreement agreement(ReceptionNumber number) {
    return checks.confirmationsOf(number.value()).stream()
        .filter(one -> one.item() == Confirmed.SUBSTITUTES_AGREED)
        .map(
            one ->
                new CertificateCopy.Agreement(
                    PaperDates.minute(one.confirmedAt()), one.confirmedBy()))
        .findFirst()
        .orElse(null);
  }

  private PrintedPaper print(String kind, Application application, Paper paper) {
    PrintedPaper printed = press.print(paper);
    trail.record(
        Act.done("paper.printed", "APPLICATION", application.receptionNumber().value())
            .with("paper", kind)
            .with("resident", application.residentId())
            .with("notAsRegistered", printed.printability().lacking().size()));
    return printed;
  }

  private FeeEntry entry(ReceptionNumber number, FeeEntry.Kind kind) {
    return book.find(number.value(), kind).orElseThrow(() -> notDue(number));
  }

  private Application application(ReceptionNumber number) {
    return applications.find(number).orElseThrow(() -> Problem.refused("not-found").asException());
  }

  private ResidentRecord resident(Application application) {
    return register
        .find(application.residentId())
        .orElseThrow(() -> new IllegalStateException("A case without its resident"));
  }

  private static RuntimeException notDue(ReceptionNumber number) {
    return Problem.conflict("paper-not-due", number.value()).asException();
  }

  private static String text(String key) {
    return Texts.get(Locale.JAPANESE, key);
  }
}
