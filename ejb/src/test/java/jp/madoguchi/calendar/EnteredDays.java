package jp.madoguchi.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** A calendar book in memory, for tests. */
public final class EnteredDays implements CalendarBook {

  private final TreeMap<LocalDate, SpecialDay> days = new TreeMap<>();
  private HolidayList holidays = HolidayList.NONE;

  @Override
  public HolidayList importedHolidays() {
    return holidays;
  }

  @Override
  public void replaceHolidays(HolidayList list) {
    holidays = list;
  }

  @Override
  public List<SpecialDay> specialDays(LocalDate from) {
    return List.copyOf(days.tailMap(from).values());
  }

  @Override
  public void enter(SpecialDay day) {
    days.put(day.date(), day);
  }

  @Override
  public boolean remove(LocalDate date) {
    return days.remove(date) != null;
  }
}
