package jp.madoguchi.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an auditor looks for; a null field is not looked at.
 *
 * @param from the first moment
 * @param until the first moment that is too late
 * @param act the act's whole name, or its beginning with an asterisk: {@code application.*}
 */
public record AuditQuery(
    Instant from,
    Instant until,
    String actor,
    String act,
    String subjectKind,
    String subjectKey,
    Act.Outcome outcome) {

  /** Everything that was done to one thing. */
  public static AuditQuery of(String subjectKind, String subjectKey) {
    return new AuditQuery(null, null, null, null, subjectKind, subjectKey, null);
  }

  public AuditQuery until(Instant end) {
    return new AuditQuery(from, end, actor, act, subjectKind, subjectKey, outcome);
  }

  /** The fields that are asked for, by name. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", from);
    fields.put("until", until);
    fields.put("actor", actor);
    fields.put("act", act);
    fields.put("subjectKind", subjectKind);
    fields.put("subjectKey", subjectKey);
    fields.put("outcome", outcome);
    fields.values().removeIf(value -> value == null);
    return fields;
  }
}
