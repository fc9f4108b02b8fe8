package jp.madoguchi.audit;

import java.time.Instant;

/** One entry of the trail, as it was written. */
public record RecordedAct(long id, Instant at, Actor actor, Act act) {

  public AuditKey key() {
    return new AuditKey(at, id);
  }
}
