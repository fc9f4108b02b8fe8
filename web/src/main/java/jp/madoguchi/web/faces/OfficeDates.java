package jp.madoguchi.web.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.calendar.Wareki;

/** Dates and times as the office writes them, for EL: {@code #{wareki.date(day)}}. */
@Named("wareki")
@ApplicationScoped
public class OfficeDates {

  private static final DateTimeFormatter WESTERN = DateTimeFormatter.ofPattern("uuuu年M月d日");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final OfficeClock clock;

  /** For the container's proxy. */
  protected OfficeDates() {
    this(null);
  }

  @Inject
  public OfficeDates(OfficeClock clock) {
    this.clock = clock;
  }

  /** 令和8年11月24日(火). */
  public String date(TemporalAccessor when) {
    return when == null ? "" : new Wareki(dayOf(when)).text();
  }

  /** 2026年11月24日. */
  public String western(TemporalAccessor when) {
    return when == null ? "" : WESTERN.format(dayOf(when));
  }

  /** 9:05, of the office. */
  public String time(TemporalAccessor when) {
    return when == null ? "" : TIME.format(atOffice(when));
  }

  /** 令和8年11月24日(火) 9:05. */
  public String moment(TemporalAccessor when) {
    return when == null ? "" : date(when) + " " + time(when);
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
