package jp.madoguchi.web.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.RecordedAct;
import jp.madoguchi.web.faces.PageTexts;

/**
 * A recorded act in words.
 *
 * @param application whether the subject is a case, so that its history can be opened
 * @param outcomeKind the kind of chip
 */
public record ActRow(
    Instant at,
    String who,
    String roles,
    String terminal,
    String what,
    String subject,
    boolean application,
    String outcome,
    String outcomeKind,
    String details) {

  static ActRow of(RecordedAct recorded, PageTexts texts) {
    Act act = recorded.act();
    String separator = texts.get("list.separator");
    return new ActRow(
        recorded.at(),
        recorded.actor().login(),
        recorded.actor().roles().stream()
            .map(role -> texts.get("role." + role))
            .collect(Collectors.joining(separator)),
        recorded.actor().terminal(),
        texts.find("act." + act.name()).orElse(act.name()),
        act.subjectKey(),
        act.subjectKind().equals("APPLICATION"),
        texts.get("outcome." + act.outcome().name()),
        kind(act.outcome()),
        new TreeMap<>(act.details())
            .entrySet().stream().map(ActRow::detail).collect(Collectors.joining(separator)));
  }

  private static String detail(Map.Entry<String, String> detail) {
    return detail.getKey() + "=" + detail.getValue();
  }

  private static String kind(Act.Outcome outcome) {
    return switch (outcome) {
      case DONE -> "SUCCESS";
      case REFUSED -> "WARNING";
      case FAILED -> "ERROR";
    };
  }
}
