package jp.madoguchi.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.staff.jpa.DraftTable;
import jp.madoguchi.staff.jpa.PairedDeviceTable;

/** Removes at night what has been kept long enough: drafts, and pairings that have ended. */
@Singleton
@PermitAll
public class NightlyCleaning {

  private DraftTable drafts;
  private PairedDeviceTable devices;
  private OfficeClock clock;
  private AuditTrail trail;

  protected NightlyCleaning() {}

  @Inject
  public NightlyCleaning(
      DraftTable drafts, PairedDeviceTable devices, OfficeClock clock, AuditTrail trail) {
    this.drafts = drafts;
    this.devices = devices;
    this.clock = clock;
    this.trail = trail;
  }

  @Schedule(hour = "3", minute = "17", timezone = "Asia/Tokyo", persistent = false)
  void clean() {
    int removed = drafts.removeOlderThan(clock.instant().minus(Drafts.KEPT));
    int ended = devices.removeEnded(clock.instant());
    trail.record(
        Act.done("staff.cleaned", "DRAFT", "-").with("drafts", removed).with("pairings", ended));
  }
}
