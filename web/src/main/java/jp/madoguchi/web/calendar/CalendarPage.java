package jp.madoguchi.web.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.madoguchi.calendar.CounterHours;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.calendar.OfficeDay;
import jp.madoguchi.calendar.OpeningTimes;
import jp.madoguchi.web.faces.OfficeDates;
import jp.madoguchi.web.faces.PageTexts;

/** 開庁日: a year of the counter at a glance (R-HOURS, R-CLOSED). */
@Named
@RequestScoped
public class CalendarPage {

  private static final int EARLIEST = 1970;
  private static final int LATEST = 2100;

  @Inject private OpeningTimes times;
  @Inject private OfficeClock clock;
  @Inject private OfficeDates dates;
  @Inject private PageTexts texts;
  @Inject private HttpServletRequest request;

  private Integer year;
  private List<OfficeDay> days;

  public List<MonthView> getMonths() {
    LocalDate today = clock.today();
    return days().stream()
        .map(day -> DayView.of(day, today, texts))
        .collect(
            Collectors.groupingBy(
                day -> YearMonth.from(day.date()), TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(MonthView::of)
        .toList();
  }

  /** The days of the week, Sunday first, in short. */
  public List<String> getWeekdays() {
    return IntStream.range(0, DayOfWeek.values().length)
        .mapToObj(n -> DayOfWeek.SUNDAY.plus(n).getDisplayName(TextStyle.SHORT, texts.locale()))
        .toList();
  }

  /** Whether the year's holidays are reckoned by the Act because no list has them yet. */
  public boolean isProvisional() {
    return days().get(0).provisional();
  }

  /** Whether the counter is open now and until when, or why not. */
  public String getNow() {
    CounterHours now = times.now();
    if (now instanceof CounterHours.Open open) {
      return texts.of("calendar.now.open", dates.time(open.until()));
    }
    return now instanceof CounterHours.ClosedDay day
        ? texts.of("hours.closed", day.reason().text(texts.locale()))
        : texts.get("hours.closed.plain");
  }

  /** When it opens next, later today or on another day. */
  public String getNext() {
    CounterHours now = times.now();
    return (now instanceof CounterHours.OutOfHours out
            ? out.nextOpening()
            : times.today().nextOpening())
        .map(opening -> texts.of("calendar.next", dates.date(opening), dates.time(opening)))
        .orElse(texts.get("calendar.next.none"));
  }

  /** Whether this member of staff may change the calendar. */
  public boolean isKeeper() {
    return request.isUserInRole("SUPERVISOR");
  }

  private List<OfficeDay> days() {
    if (days == null) {
      days = times.year(getYear());
    }
    return days;
  }

  public Integer getYear() {
    return year == null || year < EARLIEST || year > LATEST ? clock.today().getYear() : year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }
}
