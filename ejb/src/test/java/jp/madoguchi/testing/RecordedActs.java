package jp.madoguchi.testing;

import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;

/** Keeps the acts in memory, for tests of what a feature records. */
public final class RecordedActs implements AuditTrail {

  private final List<Act> acts = new ArrayList<>();

  @Override
  public void record(Act act) {
    acts.add(act);
  }

  public List<Act> all() {
    return List.copyOf(acts);
  }

  public List<String> names() {
    return acts.stream().map(Act::name).toList();
  }
}
