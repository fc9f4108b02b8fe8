package jp.madoguchi.audit;

import java.util.List;

/**
 * A page of the trail, newest first.
 *
 * @param next where the next page goes on; null on the last page
 */
public record AuditPage(List<RecordedAct> acts, AuditKey next) {

  public AuditPage {
    acts = List.copyOf(acts);
  }
}
