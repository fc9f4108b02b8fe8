package jp.madoguchi.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jp.madoguchi.calendar.CalendarChanged;
import jp.madoguchi.calendar.CalendarChanged.DayEntered;
import jp.madoguchi.calendar.CalendarChanged.DayRemoved;
import jp.madoguchi.calendar.CalendarChanged.HolidaysImported;
import jp.madoguchi.calendar.OfficeClockMoved;
import jp.madoguchi.calendar.OpeningHours;

/**
 * Records what is done to the calendar and the clock, in the act's own transaction. It stands here
 * and listens, because the trail itself needs the clock.
 */
@ApplicationScoped
public class CalendarActs {

  private final AuditTrail trail;

  @Inject
  public CalendarActs(AuditTrail trail) {
    this.trail = trail;
  }

  /** For the container's proxy. */
  protected CalendarActs() {
    this.trail = null;
  }

  void clockMoved(@Observes OfficeClockMoved moved) {
    trail.record(
        Act.done("calendar.clock-moved", "CLOCK", "office")
            .with("now", moved.now())
            .with("offset", moved.offset()));
  }

  void calendarChanged(@Observes CalendarChanged change) {
    trail.record(act(change));
  }

  private static Act act(CalendarChanged change) {
    if (change instanceof HolidaysImported imported) {
      return Act.done("calendar.holidays-imported", "CALENDAR", "holidays")
          .with("holidays", imported.result().holidays())
          .with("firstYear", imported.result().firstYear())
          .with("lastYear", imported.result().lastYear())
          .with("differences", imported.result().differences());
    }
    if (change instanceof DayEntered entered) {
      return Act.done("calendar.day-entered", "CALENDAR", entered.day().date().toString())
          .with("hours", entered.day().hours().map(OpeningHours::toString).orElse("closed"))
          .with("reason", entered.day().reason());
    }
    DayRemoved removed = (DayRemoved) change;
    return Act.done("calendar.day-removed", "CALENDAR", removed.date().toString());
  }
}
