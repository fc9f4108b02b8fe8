package jp.madoguchi.web.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A month as the year shows it.
 *
 * @param weeks from Sunday to Saturday; null before the first and after the last day
 * @param special the days that are not ordinary, those in a row with one reason together
 */
public record MonthView(YearMonth month, List<List<DayView>> weeks, List<Special> special) {

  private static final int DAYS = DayOfWeek.values().length;

  /** Days in a row; both are the same for a single one. */
  public record Special(LocalDate from, LocalDate to, String look, String reason) {

    public boolean single() {
      return from.equals(to);
    }

    private boolean goesOnWith(DayView day) {
      return to.plusDays(1).equals(day.date())
          && look.equals(day.look())
          && reason.equals(day.reason());
    }
  }

  static MonthView of(List<DayView> days) {
    return new MonthView(YearMonth.from(days.get(0).date()), weeks(days), special(days));
  }

  private static List<List<DayView>> weeks(List<DayView> days) {
    int before = days.get(0).date().getDayOfWeek().getValue() % DAYS;
    List<DayView> cells = new ArrayList<>(Collections.nCopies(before, null));
    cells.addAll(days);
    while (cells.size() % DAYS != 0) {
      cells.add(null);
    }
    List<List<DayView>> weeks = new ArrayList<>();
    for (int i = 0; i < cells.size(); i += DAYS) {
      weeks.add(cells.subList(i, i + DAYS));
    }
    return weeks;
  }

  private static List<Special> special(List<DayView> days) {
    List<Special> found = new ArrayList<>();
    for (DayView day : days) {
      Special last = found.isEmpty() ? null : found.get(found.size() - 1);
      if (day.special() && last != null && last.goesOnWith(day)) {
        found.set(
            found.size() - 1, new Special(last.from(), day.date(), last.look(), last.reason()));
      } else if (day.special()) {
        found.add(new Special(day.date(), day.date(), day.look(), day.reason()));
      }
    }
    return found;
  }
}
