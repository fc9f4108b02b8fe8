package jp.madoguchi.web.calendar;

import java.time.LocalDate;
import java.util.Locale;
import jp.madoguchi.calendar.ClosedReason;
import jp.madoguchi.calendar.OfficeDay;
import jp.madoguchi.web.faces.PageTexts;

/**
 * One day as the year shows it.
 *
 * @param look open, weekday (closed each week), closed, provisional or shorter
 * @param reason why it is not an ordinary day; empty on one
 */
public record DayView(LocalDate date, String look, String reason, boolean today) {

  static DayView of(OfficeDay day, LocalDate today, PageTexts texts) {
    return new DayView(day.date(), look(day), reason(day, texts), day.date().equals(today));
  }

  public int number() {
    return date.getDayOfMonth();
  }

  /** Whether it stands in the list below its month. */
  boolean special() {
    return !reason.isEmpty();
  }

  private static String look(OfficeDay day) {
    ClosedReason closed = day.closed().orElse(null);
    if (closed == null) {
      return day.shortened().isPresent() ? "shorter" : "open";
    }
    if (closed instanceof ClosedReason.ClosedWeekday) {
      return "weekday";
    }
    boolean reckoned =
        closed instanceof ClosedReason.PublicHoliday holiday && holiday.holiday().provisional();
    return reckoned ? "provisional" : "closed";
  }

  private static String reason(OfficeDay day, PageTexts texts) {
    Locale locale = texts.locale();
    if (day.shortened().isPresent()) {
      return texts.of(
          "calendar.shorter",
          day.hours().orElseThrow().from(),
          day.hours().orElseThrow().to(),
          day.shortened().get());
    }
    return day.closed()
        .filter(closed -> !(closed instanceof ClosedReason.ClosedWeekday))
        .map(closed -> closed.text(locale))
        .orElse("");
  }
}
