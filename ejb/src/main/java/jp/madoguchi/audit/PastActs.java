package jp.madoguchi.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import jp.madoguchi.audit.jpa.AuditTable;

/**
 * What the trail says of things that a feature shows; whether somebody may see it is that feature's
 * question. Looking at a thing is an act too, but not one that happened to it.
 */
@ApplicationScoped
public class PastActs {

  /** The most that is told; a case has some dozens. */
  private static final int MOST = 500;

  /** A thing of the trail. */
  public record Subject(String kind, String key) {}

  private static final Comparator<RecordedAct> NEWEST_FIRST =
      Comparator.comparing(RecordedAct::at).thenComparing(RecordedAct::id).reversed();

  private final AuditTable table;

  protected PastActs() {
    this(null);
  }

  @Inject
  public PastActs(AuditTable table) {
    this.table = table;
  }

  /** How often one act was done to a thing from a moment on, newest first. */
  public List<RecordedAct> since(Instant from, String act, Subject subject) {
    return table.find(
        new AuditQuery(from, null, null, act, subject.kind(), subject.key(), null), null, MOST);
  }

  /** What was done to any of these, newest first. */
  public List<RecordedAct> of(Collection<Subject> subjects) {
    return subjects.stream()
        .flatMap(subject -> table.history(subject.kind(), subject.key(), MOST).stream())
        .sorted(NEWEST_FIRST)
        .limit(MOST)
        .toList();
  }
}
