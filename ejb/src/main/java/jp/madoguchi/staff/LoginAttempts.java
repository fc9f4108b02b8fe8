package jp.madoguchi.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.staff.jpa.StaffRow;
import jp.madoguchi.staff.jpa.StaffTable;

/** Keeps what came of attempts to log in, each in a short transaction of its own. */
@ApplicationScoped
public class LoginAttempts {

  private final StaffTable table;
  private final OfficeClock clock;
  private final AuditTrail trail;
  private final Event<StandingChanged> changes;

  protected LoginAttempts() {
    this(null, null, null, null);
  }

  @Inject
  public LoginAttempts(
      StaffTable table, OfficeClock clock, AuditTrail trail, Event<StandingChanged> changes) {
    this.table = table;
    this.clock = clock;
    this.trail = trail;
    this.changes = changes;
  }

  /** What to compare with; nothing for unknown logins and for those that rest or are locked. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<PasswordHash> comparable(String login) {
    Instant now = clock.instant();
    return table.find(login).filter(row -> row.hears(now)).map(StaffRow::password);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<StaffMember> entered(String login, Optional<PasswordHash> rehashed) {
    return table
        .hold(login)
        .filter(row -> row.hears(clock.instant()))
        .map(
            row -> {
              row.entered();
              rehashed.ifPresent(row::rehash);
              trail.record(
                  Act.done("staff.logged-in", "STAFF", login)
                      .with("roles", String.join(" ", row.member().roleNames())));
              return row.member();
            });
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void failed(String login) {
    table.hold(login).ifPresent(row -> count(row, login));
    trail.record(Act.refused("staff.login-refused", "STAFF", login, "wrong-password"));
  }

  /** An attempt that was not looked at: unknown, resting, locked or left. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void unheard(String login) {
    trail.record(Act.refused("staff.login-refused", "STAFF", login, "not-heard"));
  }

  private void count(StaffRow row, String login) {
    boolean wasAdmitted = row.member().admitted();
    row.failed(clock.instant());
    if (wasAdmitted && !row.member().admitted()) {
      trail.record(Act.done("staff.locked", "STAFF", login));
      changes.fire(new StandingChanged(login));
    }
  }
}
