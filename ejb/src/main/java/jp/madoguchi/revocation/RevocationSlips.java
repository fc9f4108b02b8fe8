package jp.madoguchi.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.letter.CertificateCopy;
import jp.madoguchi.letter.Letterheads;
import jp.madoguchi.letter.PaperDates;
import jp.madoguchi.letter.Press;
import jp.madoguchi.letter.PrintedPaper;
import jp.madoguchi.letter.RevocationSlip;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.text.Texts;

/** Prints what became of certificates, for whoever asked. Each print is an act. */
@ApplicationScoped
public class RevocationSlips {

  private static final int SHOWN_OF_SERIAL = 8;

  private final Letterheads heads;
  private final Press press;
  private final AuditTrail trail;

  protected RevocationSlips() {
    this(null, null, null);
  }

  @Inject
  public RevocationSlips(Letterheads heads, Press press, AuditTrail trail) {
    this.heads = heads;
    this.press = press;
    this.trail = trail;
  }

  PrintedPaper of(RevocationDesk.View view) {
    RevocationRequest request = view.request();
    return print(
        "REVOCATION_REQUEST",
        RevocationSlip.revoked(
            heads.current(),
            request.key(),
            view.holder().name(),
            text("revocation.kind." + request.kind()),
            request.who().proxyName().orElse(""),
            lines(view.acts()),
            PaperDates.minute(request.receivedAt())),
        view.holder());
  }

  PrintedPaper of(CardLossDesk.View view) {
    CardLoss loss = view.loss();
    return print(
        "CARD_LOSS",
        RevocationSlip.ofLoss(
            heads.current(),
            loss.key(),
            view.holder().name(),
            text("card-loss.state." + loss.state()),
            loss.reporterName(),
            lines(view.acts()),
            PaperDates.minute(loss.reportedAt()),
            loss.state() == CardLoss.State.HELD,
            loss.state() != CardLoss.State.HELD && loss.state() != CardLoss.State.RELEASED),
        view.holder());
  }

  private PrintedPaper print(String subjectKind, RevocationSlip slip, ResidentRecord holder) {
    PrintedPaper printed = press.print(slip);
    trail.record(
        Act.done("paper.printed", subjectKind, slip.number())
            .with("paper", "REVOCATION_SLIP")
            .with("resident", holder.id())
            .with("notAsRegistered", printed.printability().lacking().size()));
    return printed;
  }

  private static List<RevocationSlip.Line> lines(List<StatusAct> acts) {
    return acts.stream()
        .map(
            act ->
                new RevocationSlip.Line(
                    CertificateCopy.word(act.type()),
                    end(act.serial().hex()),
                    text("status-act." + word(act.reason())),
                    PaperDates.minute(act.doneAt())))
        .toList();
  }

  private static String end(String serial) {
    return "…" + serial.substring(Math.max(0, serial.length() - SHOWN_OF_SERIAL));
  }

  private static String word(RevocationReason reason) {
    return switch (reason) {
      case CERTIFICATE_HOLD -> "HELD";
      case REMOVE_FROM_CRL -> "GOOD_AGAIN";
      default -> "REVOKED";
    };
  }

  private static String text(String key) {
    return Texts.get(Locale.JAPANESE, key);
  }
}
