package jp.madoguchi.letter;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.calendar.Wareki;

/** Moments as papers write them, in the office's time zone. */
public final class PaperDates {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH時mm分ss秒");

  private PaperDates() {}

  /** 令和8年11月24日. */
  public static String day(Instant moment) {
    return new Wareki(local(moment).toLocalDate()).dayText();
  }

  /** 10:05. */
  public static String time(Instant moment) {
    return local(moment).format(TIME);
  }

  /** 令和8年11月24日 10:05. */
  public static String minute(Instant moment) {
    return day(moment) + " " + time(moment);
  }

  /** R8.11.24 10:05, for narrow columns. */
  public static String shortMinute(Instant moment) {
    return new Wareki(local(moment).toLocalDate()).shortText() + " " + time(moment);
  }

  /** 令和13年2月17日 23時59分59秒. */
  public static String second(Instant moment) {
    return day(moment) + " " + local(moment).format(SECOND);
  }

  private static ZonedDateTime local(Instant moment) {
    return moment.atZone(OfficeClock.ZONE);
  }
}
