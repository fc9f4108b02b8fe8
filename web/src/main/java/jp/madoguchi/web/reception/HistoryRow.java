package jp.madoguchi.web.reception;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Act.Outcome;
import jp.madoguchi.audit.RecordedAct;
import jp.madoguchi.reception.CaseNote;
import jp.madoguchi.reception.CaseView;
import jp.madoguchi.web.audit.ActWords;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.workflow.CaseWay.WayStep;

/**
 * Something that happened to a case, as the audit trail has it.
 *
 * @param note what was written, for a note; otherwise empty
 * @param outcome in words, when it was not simply done; otherwise empty
 * @param outcomeKind the kind of chip
 */
public record HistoryRow(
    Instant at,
    String who,
    String roles,
    String terminal,
    String what,
    String note,
    String outcome,
    String outcomeKind) {

  /** All that happened, the newest first. */
  static List<HistoryRow> of(List<RecordedAct> acts, CaseView view, PageTexts texts) {
    Map<String, String> steps =
        view.way().stream()
            .collect(Collectors.toMap(WayStep::step, WayStep::title, (one, again) -> one));
    Map<String, CaseNote> notes =
        view.notes().stream()
            .collect(Collectors.toMap(note -> Long.toString(note.id()), Function.identity()));
    ActWords words = new ActWords(texts, steps);
    return acts.stream().map(act -> row(act, notes, words, texts)).toList();
  }

  private static HistoryRow row(
      RecordedAct recorded, Map<String, CaseNote> notes, ActWords words, PageTexts texts) {
    Outcome outcome = recorded.act().outcome();
    CaseNote note = notes.get(recorded.act().details().getOrDefault("note", ""));
    return new HistoryRow(
        recorded.at(),
        words.who(recorded),
        words.roles(recorded),
        recorded.actor().terminal(),
        words.what(recorded.act()),
        note == null ? "" : note.text(),
        outcome == Outcome.DONE ? "" : texts.get("outcome." + outcome.name()),
        outcome == Outcome.FAILED ? "ERROR" : "WARNING");
  }
}
