package jp.madoguchi.web.audit;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.RecordedAct;
import jp.madoguchi.calendar.OfficeClock;

/** An entry of the trail in the interface's form. */
public record AuditEventJson(
    long id,
    OffsetDateTime at,
    String actor,
    SortedSet<String> roles,
    String terminal,
    String act,
    String subjectKind,
    String subjectKey,
    Act.Outcome outcome,
    Map<String, String> details) {

  static AuditEventJson of(RecordedAct recorded) {
    Act act = recorded.act();
    return new AuditEventJson(
        recorded.id(),
        recorded.at().atZone(OfficeClock.ZONE).toOffsetDateTime(),
        recorded.actor().login(),
        recorded.actor().roles(),
        recorded.actor().terminal(),
        act.name(),
        act.subjectKind(),
        act.subjectKey(),
        act.outcome(),
        new TreeMap<>(act.details()));
  }
}
