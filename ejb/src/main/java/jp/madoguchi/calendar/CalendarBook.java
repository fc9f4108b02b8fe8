package jp.madoguchi.calendar;

import java.time.LocalDate;
import java.util.List;

/** Where the office keeps what it entered about its days. */
public interface CalendarBook {

  /** The holiday list that was imported last, or {@link HolidayList#NONE}. */
  HolidayList importedHolidays();

  /** Puts an imported list in the place of the former one. */
  void replaceHolidays(HolidayList list);

  /** The special days from this day on, in order. */
  List<SpecialDay> specialDays(LocalDate from);

  /** Enters a special day, in the place of what was entered for that day before. */
  void enter(SpecialDay day);

  /** Takes a special day back; false when none was entered. */
  boolean remove(LocalDate date);
}
