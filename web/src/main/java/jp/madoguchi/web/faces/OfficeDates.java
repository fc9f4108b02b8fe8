package jp.madoguchi.web.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.calendar.Wareki;

/**
 * Dates and times as the office writes them, in the page's language, for EL: {@code
 * #{wareki.date(day)}}.
 */
@Named("wareki")
@ApplicationScoped
public class OfficeDates {

  private static final DateTimeFormatter WESTERN = DateTimeFormatter.ofPattern("uuuu年M月d日");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private static final int MINUTES_TOLD = 120;
  private static final int HOURS_TOLD = 48;

  private final OfficeClock clock;
  private final PageTexts texts;

  /** For the container's proxy. */
  protected OfficeDates() {
    this(null, null);
  }

  @Inject
  public OfficeDates(OfficeClock clock, PageTexts texts) {
    this.clock = clock;
    this.texts = texts;
  }

  /** 令和8年11月24日(火), Tue 24 Nov 2026. */
  public String date(TemporalAccessor when) {
    return when == null ? "" : new Wareki(dayOf(when)).text(texts.locale());
  }

  /** The same day in the calendar that {@link #date} leaves out: 2026年11月24日, R8.11.24. */
  public String otherCalendar(TemporalAccessor when) {
    if (when == null) {
      return "";
    }
    LocalDate day = dayOf(when);
    return texts.language().equals("en") ? new Wareki(day).shortText() : WESTERN.format(day);
  }

  /** 9:05, of the office. */
  public String time(TemporalAccessor when) {
    return when == null ? "" : TIME.format(atOffice(when));
  }

  /** 令和8年11月24日(火) 9:05, Tue 24 Nov 2026 9:05. */
  public String moment(TemporalAccessor when) {
    return when == null ? "" : date(when) + " " + time(when);
  }

  /** How long something takes or waits, as coarse as it is told: minutes, hours or days. */
  public String lasting(long minutes) {
    if (minutes < MINUTES_TOLD) {
      return texts.of("minutes", minutes);
    }
    Duration span = Duration.ofMinutes(minutes);
    return span.toHours() < HOURS_TOLD
        ? texts.of("hours", span.toHours())
        : texts.of("days", span.toDays());
  }

  /** Completed years from the day of birth to today. */
  public long age(LocalDate born) {
    return ChronoUnit.YEARS.between(born, clock.today());
  }

  private static LocalDate dayOf(TemporalAccessor when) {
    return when instanceof LocalDate day ? day : atOffice(when).toLocalDate();
  }

  private static ZonedDateTime atOffice(TemporalAccessor when) {
    return Instant.from(when).atZone(OfficeClock.ZONE);
  }
}
