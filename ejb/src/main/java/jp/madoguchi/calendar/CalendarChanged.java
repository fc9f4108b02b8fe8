package jp.madoguchi.calendar;

import java.time.LocalDate;

/** What a supervisor changed about the office's days; fired within the act's transaction. */
public sealed interface CalendarChanged {

  /** A holiday list was imported in the place of the former one. */
  record HolidaysImported(HolidayImport result) implements CalendarChanged {}

  /** A day was closed or shortened. */
  record DayEntered(SpecialDay day) implements CalendarChanged {}

  /** A special day was taken back. */
  record DayRemoved(LocalDate date) implements CalendarChanged {}
}
