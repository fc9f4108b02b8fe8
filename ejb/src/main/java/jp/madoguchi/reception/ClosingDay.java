package jp.madoguchi.reception;

import java.time.Instant;
import java.time.LocalDate;
import jp.madoguchi.calendar.OfficeClock;

/** A day of the office, to which moments and endings of cases belong or do not. */
record ClosingDay(LocalDate date) {

  boolean has(Instant moment) {
    return dayOf(moment).equals(date);
  }

  /** Whether the case was closed on this day, with this outcome. */
  boolean ended(Application one, ApplicationState outcome) {
    return one.state() == outcome && one.closedAt().filter(this::has).isPresent();
  }

  /** Whether the case was closed on this day or before. */
  boolean endedBy(Application one) {
    return one.closedAt().filter(at -> !dayOf(at).isAfter(date)).isPresent();
  }

  private static LocalDate dayOf(Instant moment) {
    return moment.atZone(OfficeClock.ZONE).toLocalDate();
  }
}
