package jp.madoguchi.web.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.calendar.ClosedReason;
import jp.madoguchi.calendar.CounterHours;
import jp.madoguchi.calendar.OfficeDay;
import jp.madoguchi.calendar.OpeningHours;
import jp.madoguchi.calendar.OpeningTimes;
import jp.madoguchi.calendar.WeeklyHours;
import jp.madoguchi.issuance.PlannedStops;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.web.faces.ReaderDates;

/** The opening times as the public reads them (R-HOURS, R-CLOSED, R-SYSTEM-HOURS). */
@Named("opening")
@RequestScoped
public class OpeningPage {

  private static final int DAYS_SHOWN = 7;
  private static final int DAYS_SEARCHED = 92;
  private static final int UNUSUAL_SHOWN = 8;

  @Inject private OpeningTimes times;
  @Inject private PlannedStops stops;
  @Inject private Settings settings;
  @Inject private ReaderDates dates;
  @Inject private PageTexts texts;

  private CounterHours now;

  /** A day with its hours, or why it is closed. */
  public record DayRow(LocalDate date, String day, boolean open, String hours, String reason) {}

  /** Days of the week that have the same hours. */
  public record WeekRow(String days, String hours) {}

  public boolean isOpen() {
    return now().open();
  }

  /** Open until when, or closed and why. */
  public String getState() {
    if (now() instanceof CounterHours.Open open) {
      return texts.of("opening.open", dates.time(open.until().toLocalTime()));
    }
    return now() instanceof CounterHours.ClosedDay day
        ? texts.of("opening.closed-day", day.reason().text(texts.locale()))
        : texts.get("opening.closed");
  }

  /** When it opens next; empty while it is open. */
  public String getNext() {
    return nextOpening().map(opening -> texts.of("opening.next", dates.moment(opening))).orElse("");
  }

  /** That certificates cannot be issued just now, and until when; empty when they can. */
  public String getStop() {
    return stops.runningUntil().map(end -> texts.of("opening.stop", dates.moment(end))).orElse("");
  }

  /** Today and the six days after it. */
  public List<DayRow> getWeek() {
    return from(times.today().date(), DAYS_SHOWN).map(this::row).toList();
  }

  /** The next days that are closed or shorter, other than those of every week. */
  public List<DayRow> getUnusual() {
    return from(times.today().date(), DAYS_SEARCHED)
        .filter(OpeningPage::unusual)
        .limit(UNUSUAL_SHOWN)
        .map(this::row)
        .toList();
  }

  /** The hours of an ordinary week; days with the same hours that follow each other together. */
  public List<WeekRow> getOrdinary() {
    WeeklyHours week = WeeklyHours.of(settings);
    List<WeekRow> rows = new ArrayList<>();
    DayOfWeek first = DayOfWeek.MONDAY;
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean last = day == DayOfWeek.SUNDAY || !week.on(day).equals(week.on(day.plus(1)));
      if (last) {
        rows.add(new WeekRow(days(first, day), week.on(day).map(this::words).orElse(closed())));
        first = day.plus(1);
      }
    }
    return rows;
  }

  /** The hours of one day in words. */
  public String on(LocalDate date) {
    DayRow row = row(times.on(date));
    return row.open() || row.reason().isEmpty()
        ? row.hours()
        : texts.of("opening.closed-because", row.reason());
  }

  private Stream<OfficeDay> from(LocalDate first, int days) {
    return IntStream.range(0, days).mapToObj(first::plusDays).map(times::on);
  }

  private static boolean unusual(OfficeDay day) {
    return day.shortened().isPresent()
        || day.closed().filter(why -> !(why instanceof ClosedReason.ClosedWeekday)).isPresent();
  }

  private DayRow row(OfficeDay day) {
    String reason =
        day.closed()
            .filter(why -> !(why instanceof ClosedReason.ClosedWeekday))
            .map(why -> why.text(texts.locale()))
            .or(day::shortened)
            .orElse("");
    return new DayRow(
        day.date(),
        dates.nearDay(day.date()),
        day.open(),
        day.hours().map(this::words).orElse(closed()),
        reason);
  }

  private String words(OpeningHours hours) {
    return texts.of("opening.hours", dates.time(hours.from()), dates.time(hours.to()));
  }

  private String closed() {
    return texts.get("opening.closed.word");
  }

  private String days(DayOfWeek first, DayOfWeek last) {
    String begin = first.getDisplayName(TextStyle.FULL, texts.locale());
    return first == last
        ? begin
        : texts.of("opening.days", begin, last.getDisplayName(TextStyle.FULL, texts.locale()));
  }

  private Optional<ZonedDateTime> nextOpening() {
    if (now() instanceof CounterHours.ClosedDay day) {
      return day.nextOpening();
    }
    return now() instanceof CounterHours.OutOfHours out ? out.nextOpening() : Optional.empty();
  }

  private CounterHours now() {
    if (now == null) {
      now = times.now();
    }
    return now;
  }
}
