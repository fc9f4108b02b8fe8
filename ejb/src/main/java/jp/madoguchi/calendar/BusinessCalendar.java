package jp.madoguchi.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.Optional;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/** When the counter is open, and why it is not (R-HOURS, R-CLOSED). */
@ApplicationScoped
public class BusinessCalendar {

  private static final MonthDay YEAR_END_BEGINS = MonthDay.of(12, 29);
  private static final MonthDay YEAR_END_ENDS = MonthDay.of(1, 3);
  private static final int DAYS_SEARCHED = 366;

  private final WeeklyHours week;
  private final OfficeDays days;

  @Inject
  public BusinessCalendar(Settings settings, OfficeDays days) {
    this.week = WeeklyHours.of(settings);
    this.days = days;
  }

  /** For the container's proxy. */
  protected BusinessCalendar() {
    this.week = null;
    this.days = null;
  }

  /** What the counter does on a day; a date outside 1948 to 2148 is refused. */
  public OfficeDay on(LocalDate date) {
    requireKnown(date);
    Optional<ClosedReason> closed = closed(date);
    Optional<String> shortened =
        closed.isPresent() ? Optional.empty() : days.special(date).map(SpecialDay::reason);
    return new OfficeDay(
        date,
        hours(date),
        closed,
        shortened,
        days.holidays().provisional(date.getYear()),
        firstOpeningFrom(date.plusDays(1)));
  }

  /** Whether the counter takes applications at this moment. */
  public CounterHours at(ZonedDateTime moment) {
    ZonedDateTime local = moment.withZoneSameInstant(OfficeClock.ZONE);
    LocalDate date = local.toLocalDate();
    requireKnown(date);
    Optional<ClosedReason> closed = closed(date);
    if (closed.isPresent()) {
      return new CounterHours.ClosedDay(closed.get(), firstOpeningFrom(date.plusDays(1)));
    }
    OpeningHours hours = hours(date).orElseThrow();
    if (hours.include(local.toLocalTime())) {
      return new CounterHours.Open(date.atTime(hours.to()).atZone(OfficeClock.ZONE));
    }
    boolean early = local.toLocalTime().isBefore(hours.from());
    return new CounterHours.OutOfHours(hours, firstOpeningFrom(early ? date : date.plusDays(1)));
  }

  /** Whether the counter takes applications at some time of this day. */
  public CounterHours during(LocalDate date) {
    requireKnown(date);
    return hours(date)
        .map(hours -> at(date.atTime(hours.from()).atZone(OfficeClock.ZONE)))
        .orElseGet(() -> at(date.atStartOfDay(OfficeClock.ZONE)));
  }

  /** The hours that hold on a day when no supervisor entered anything for it. */
  Optional<OpeningHours> ordinaryHours(LocalDate date) {
    requireKnown(date);
    return ordinarilyClosed(date).isPresent() ? Optional.empty() : week.on(date.getDayOfWeek());
  }

  private Optional<OpeningHours> hours(LocalDate date) {
    if (ordinarilyClosed(date).isPresent()) {
      return Optional.empty();
    }
    Optional<OpeningHours> usual = week.on(date.getDayOfWeek());
    return days.special(date)
        .map(day -> day.hours().flatMap(usual.orElseThrow()::within))
        .orElse(usual);
  }

  private Optional<ClosedReason> closed(LocalDate date) {
    if (hours(date).isPresent()) {
      return Optional.empty();
    }
    return ordinarilyClosed(date)
        .or(() -> days.special(date).map(day -> new ClosedReason.Entered(day.reason())));
  }

  private Optional<ClosedReason> ordinarilyClosed(LocalDate date) {
    Optional<Holiday> holiday = days.holidays().on(date);
    if (holiday.isPresent()) {
      return Optional.of(new ClosedReason.PublicHoliday(holiday.get()));
    }
    if (yearEnd(date)) {
      return Optional.of(new ClosedReason.YearEnd());
    }
    DayOfWeek day = date.getDayOfWeek();
    return week.on(day).isPresent()
        ? Optional.empty()
        : Optional.of(new ClosedReason.ClosedWeekday(day));
  }

  private static boolean yearEnd(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    return !day.isBefore(YEAR_END_BEGINS) || !day.isAfter(YEAR_END_ENDS);
  }

  private Optional<ZonedDateTime> firstOpeningFrom(LocalDate first) {
    return first
        .datesUntil(first.plusDays(DAYS_SEARCHED))
        .flatMap(date -> hours(date).map(hours -> date.atTime(hours.from())).stream())
        .map(opening -> opening.atZone(OfficeClock.ZONE))
        .findFirst();
  }

  private static void requireKnown(LocalDate date) {
    if (date.getYear() < HolidayAct.FIRST_YEAR || date.getYear() >= HolidayAct.LAST_YEAR - 1) {
      throw Problem.refused("date-out-of-range").asException();
    }
  }
}
