package jp.madoguchi.calendar;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import jp.madoguchi.text.Texts;

/** Why the counter is closed for a whole day (R-CLOSED). */
public sealed interface ClosedReason {

  /** The reason in words for a visitor. */
  String text(Locale locale);

  /** 国民の祝日, 振替休日 or 国民の休日. */
  record PublicHoliday(Holiday holiday) implements ClosedReason {
    @Override
    public String text(Locale locale) {
      return holiday.text(locale);
    }
  }

  /** 年末年始: 29 December to 3 January. */
  record YearEnd() implements ClosedReason {
    @Override
    public String text(Locale locale) {
      return Texts.get(locale, "calendar.year-end");
    }
  }

  /** A further closed day that a supervisor entered, with the reason given. */
  record Entered(String reason) implements ClosedReason {
    @Override
    public String text(Locale locale) {
      return reason;
    }
  }

  /** A day of the week on which the counter never opens. */
  record ClosedWeekday(DayOfWeek day) implements ClosedReason {
    @Override
    public String text(Locale locale) {
      return day.getDisplayName(TextStyle.FULL, locale);
    }
  }
}
