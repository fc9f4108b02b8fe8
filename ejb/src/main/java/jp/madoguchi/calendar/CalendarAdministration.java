package jp.madoguchi.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.problem.Problem;

/** What a supervisor enters about the office's days (R-CLOSED). */
@Stateless
@RolesAllowed("SUPERVISOR")
public class CalendarAdministration {

  private static final int LONGEST_REASON = 100;

  private final CalendarBook book;
  private final BusinessCalendar calendar;
  private final OfficeClock clock;
  private final Event<CalendarChanged> changes;

  @Inject
  public CalendarAdministration(
      CalendarBook book,
      BusinessCalendar calendar,
      OfficeClock clock,
      Event<CalendarChanged> changes) {
    this.book = book;
    this.calendar = calendar;
    this.clock = clock;
    this.changes = changes;
  }

  /** For the container's proxy. */
  protected CalendarAdministration() {
    this(null, null, null, null);
  }

  /** What importing the list would change; nothing is kept. */
  public HolidayPreview preview(byte[] file) {
    List<Problem> refused = SyukujitsuCsv.refusedLines(file);
    if (!refused.isEmpty()) {
      return new HolidayPreview.Refused(refused);
    }
    HolidayList list = checked(file);
    return new HolidayPreview.Importable(
        HolidayImport.of(list), Holidays.changes(book.importedHolidays(), list));
  }

  /** Takes the Cabinet Office's list, CP932, in the place of the one imported before. */
  public HolidayImport importHolidays(byte[] file) {
    HolidayList list = checked(file);
    book.replaceHolidays(list);
    HolidayImport result = HolidayImport.of(list);
    changes.fire(new CalendarChanged.HolidaysImported(result));
    return result;
  }

  private HolidayList checked(byte[] file) {
    HolidayList list = SyukujitsuCsv.read(file);
    if (list.firstYear() < HolidayAct.FIRST_YEAR || list.lastYear() > HolidayAct.LAST_YEAR) {
      throw Problem.refused("date-out-of-range").asException();
    }
    if (!list.covers(clock.today().getYear())) {
      throw Problem.refused("holiday-list-outdated", list.lastYear()).asException();
    }
    return list;
  }

  /** Closes a coming day or, with hours, shortens it to them. */
  public void enter(LocalDate date, Optional<OpeningHours> hours, String reason) {
    requireReason(reason);
    if (date.isBefore(clock.today())) {
      throw Problem.refused("special-day-past").asException();
    }
    OpeningHours usual =
        calendar
            .ordinaryHours(date)
            .orElseThrow(() -> Problem.refused("special-day-closed").asException());
    if (hours.isPresent() && !usual.within(hours.get()).equals(hours)) {
      throw Problem.refused("special-day-longer", usual.from(), usual.to()).asException();
    }
    SpecialDay special = new SpecialDay(date, hours, reason.strip());
    book.enter(special);
    changes.fire(new CalendarChanged.DayEntered(special));
  }

  /** Takes a special day back: the ordinary hours hold again. */
  public void remove(LocalDate date) {
    if (!book.remove(date)) {
      throw Problem.refused("not-found").asException();
    }
    changes.fire(new CalendarChanged.DayRemoved(date));
  }

  /** The special days from today on. */
  public List<SpecialDay> comingSpecialDays() {
    return book.specialDays(clock.today());
  }

  private static void requireReason(String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw Problem.refused("special-day-reason", LONGEST_REASON).asException();
    }
  }
}
