package jp.madoguchi.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import jp.madoguchi.audit.jpa.AuditTable;

/** The auditor's view of the trail. Reading it is itself an act. */
@Stateless
@RolesAllowed("AUDITOR")
public class AuditSearch {

  /** The longest page. */
  public static final int LONGEST_PAGE = 1000;

  private AuditTable table;
  private AuditTrail trail;

  protected AuditSearch() {}

  @Inject
  public AuditSearch(AuditTable table, AuditTrail trail) {
    this.table = table;
    this.trail = trail;
  }

  /**
   * A page of what fits the query.
   *
   * @param after the page goes on behind this key; null for the first page
   * @param size how many entries at most; at least 1, cut to {@link #LONGEST_PAGE}
   */
  public AuditPage search(AuditQuery query, AuditKey after, int size) {
    int limit = Math.max(1, Math.min(size, LONGEST_PAGE));
    List<RecordedAct> found = table.find(query, after, limit + 1);
    boolean more = found.size() > limit;
    List<RecordedAct> page = more ? found.subList(0, limit) : found;
    trail.record(reading(query, after, page.size()));
    return new AuditPage(page, more ? page.get(limit - 1).key() : null);
  }

  private static Act reading(AuditQuery query, AuditKey after, int entries) {
    Act act = Act.done("audit.read", "AUDIT_TRAIL", "-").with("entries", entries);
    for (Map.Entry<String, Object> field : query.fields().entrySet()) {
      act = act.with(field.getKey(), field.getValue());
    }
    return after == null ? act : act.with("after", after.text());
  }
}
