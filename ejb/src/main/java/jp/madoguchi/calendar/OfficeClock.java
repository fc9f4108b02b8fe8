package jp.madoguchi.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The time by which the office works. In the training stage it can be moved. */
public interface OfficeClock {

  /** The office's time zone; every date of a rule is a date there. */
  ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  Instant instant();

  default ZonedDateTime now() {
    return instant().atZone(ZONE);
  }

  default LocalDate today() {
    return now().toLocalDate();
  }
}
