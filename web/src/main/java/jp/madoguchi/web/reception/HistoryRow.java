package jp.madoguchi.web.reception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.reception.Application;
import jp.madoguchi.reception.CaseView;
import jp.madoguchi.web.faces.PageTexts;

/** Something that happened to a case. */
public record HistoryRow(Instant at, String who, String what) {

  /** All that happened, the newest first. */
  static List<HistoryRow> of(CaseView view, PageTexts texts) {
    List<HistoryRow> rows = new ArrayList<>();
    Application application = view.application();
    rows.add(
        new HistoryRow(
            application.receivedAt(), application.receivedBy(), texts.get("history.received")));
    view.papers()
        .forEach(
            paper ->
                rows.add(
                    new HistoryRow(
                        paper.confirmedAt(),
                        paper.confirmedBy(),
                        texts.of("history.paper", texts.get("document." + paper.document())))));
    view.fees().forEach(fee -> rows.add(fee(fee, texts)));
    view.certificates().stream()
        .filter(certificate -> certificate.revokedAt() != null)
        .forEach(
            certificate ->
                rows.add(
                    new HistoryRow(
                        certificate.revokedAt(),
                        "",
                        texts.of(
                            "history.revoked", texts.get("type." + certificate.type().name())))));
    view.notes()
        .forEach(note -> rows.add(new HistoryRow(note.writtenAt(), note.writtenBy(), note.text())));
    view.way().stream()
        .filter(step -> step.endedAt().isPresent())
        .forEach(
            step ->
                rows.add(
                    new HistoryRow(
                        step.endedAt().get(), "", texts.of("history.step", step.title()))));
    application
        .closedAt()
        .ifPresent(
            closed ->
                rows.add(
                    new HistoryRow(
                        closed, "", texts.get("case.state." + application.state().name()))));
    rows.sort(Comparator.comparing(HistoryRow::at).reversed());
    return rows;
  }

  private static HistoryRow fee(FeeEntry fee, PageTexts texts) {
    return new HistoryRow(
        fee.enteredAt(),
        fee.enteredBy(),
        texts.of("history.fee." + fee.kind().name(), fee.amountYen(), fee.receiptNumber()));
  }
}
