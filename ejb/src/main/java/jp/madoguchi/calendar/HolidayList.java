package jp.madoguchi.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A list of the public holidays of whole years, with their names as the list gives them.
 *
 * @param names the days in order; the Cabinet Office's list says 休日 for 振替休日 and 国民の休日 alike
 */
public record HolidayList(NavigableMap<LocalDate, String> names) {

  /** A list that covers no year. */
  public static final HolidayList NONE = new HolidayList(new TreeMap<>());

  public HolidayList {
    names = Collections.unmodifiableNavigableMap(new TreeMap<>(names));
  }

  public static HolidayList of(Map<LocalDate, String> names) {
    return new HolidayList(new TreeMap<>(names));
  }

  public boolean covers(int year) {
    return !names.isEmpty() && firstYear() <= year && year <= lastYear();
  }

  /** The first year of the list; it must not be empty. */
  public int firstYear() {
    return names.firstKey().getYear();
  }

  /** The last year of the list; it must not be empty. */
  public int lastYear() {
    return names.lastKey().getYear();
  }

  public Optional<String> name(LocalDate date) {
    return Optional.ofNullable(names.get(date));
  }
}
