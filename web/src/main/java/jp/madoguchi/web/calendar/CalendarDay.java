package jp.madoguchi.web.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import jp.madoguchi.calendar.OfficeDay;
import jp.madoguchi.calendar.OpeningHours;

/**
 * One day of the counter as programs read it.
 *
 * @param from local time; null on a closed day
 * @param to local time; null on a closed day
 * @param reason why it is closed, in Japanese whatever the caller's language; null on an open day
 * @param nextOpening the first opening after this day; null when none is known
 */
public record CalendarDay(
    LocalDate date,
    boolean open,
    LocalTime from,
    LocalTime to,
    String reason,
    OffsetDateTime nextOpening) {

  static CalendarDay of(OfficeDay day) {
    return new CalendarDay(
        day.date(),
        day.open(),
        day.hours().map(OpeningHours::from).orElse(null),
        day.hours().map(OpeningHours::to).orElse(null),
        day.closed().map(reason -> reason.text(Locale.JAPANESE)).orElse(null),
        day.nextOpening().map(ZonedDateTime::toOffsetDateTime).orElse(null));
  }
}
