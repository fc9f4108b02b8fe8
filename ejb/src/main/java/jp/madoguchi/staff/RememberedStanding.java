package jp.madoguchi.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.madoguchi.staff.jpa.StaffRow;
import jp.madoguchi.staff.jpa.StaffTable;

/** The stamps of those who are here, looked up at most every half minute. */
@ApplicationScoped
public class RememberedStanding {

  private static final Duration KEPT = Duration.ofSeconds(30);

  private record Looked(Optional<Integer> stamp, long untilNanos) {}

  private final Map<String, Looked> looked = new ConcurrentHashMap<>();
  private final StaffTable table;

  protected RememberedStanding() {
    this(null);
  }

  @Inject
  public RememberedStanding(StaffTable table) {
    this.table = table;
  }

  /** The stamp of a login that is admitted; nothing for others. */
  public Optional<Integer> stamp(String login) {
    Looked last = looked.get(login);
    if (last == null || last.untilNanos() - System.nanoTime() <= 0) {
      last = new Looked(look(login), System.nanoTime() + KEPT.toNanos());
      looked.put(login, last);
    }
    return last.stamp();
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) StandingChanged change) {
    looked.remove(change.login());
  }

  private Optional<Integer> look(String login) {
    return table
        .find(login)
        .map(StaffRow::member)
        .filter(StaffMember::admitted)
        .map(StaffMember::stamp);
  }
}
