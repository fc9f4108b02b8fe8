package jp.madoguchi.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import jp.madoguchi.calendar.ClosedReason;
import jp.madoguchi.calendar.Holiday;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.calendar.OfficeDay;
import jp.madoguchi.calendar.OpeningHours;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.web.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GET /api/calendar/{date}: the agreed field names and forms. */
class CalendarDayTest {

  @Test
  void anOpenDayHasLocalTimesAndNoReason() {
    OfficeDay day =
        new OfficeDay(
            LocalDate.of(2026, 11, 24),
            Optional.of(OpeningHours.parse("08:30-17:15")),
            Optional.empty(),
            Optional.empty(),
            false,
            opening("2026-11-25T08:30"));
    assertThat(Json.write(CalendarDay.of(day)))
        .isEqualTo(
            "{\"date\":\"2026-11-24\",\"open\":true,\"from\":\"08:30:00\",\"to\":\"17:15:00\","
                + "\"reason\":null,\"nextOpening\":\"2026-11-25T08:30:00+09:00\"}");
  }

  @Test
  void aHolidayIsNamed() {
    LocalDate date = LocalDate.of(2026, 11, 23);
    OfficeDay day =
        new OfficeDay(
            date,
            Optional.empty(),
            Optional.of(new ClosedReason.PublicHoliday(new Holiday(date, "勤労感謝の日", false))),
            Optional.empty(),
            false,
            opening("2026-11-24T08:30"));
    assertThat(Json.write(CalendarDay.of(day)))
        .isEqualTo(
            "{\"date\":\"2026-11-23\",\"open\":false,\"from\":null,\"to\":null,"
                + "\"reason\":\"勤労感謝の日\",\"nextOpening\":\"2026-11-24T08:30:00+09:00\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2026-02-30", "20261124", "2026-11-24T08:30"})
  void whatIsNoDateIsRefused(String text) {
    assertThatThrownBy(() -> Dates.read("date", text))
        .isInstanceOfSatisfying(
            BusinessException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("request-malformed"));
  }

  private static Optional<java.time.ZonedDateTime> opening(String local) {
    return Optional.of(LocalDateTime.parse(local).atZone(OfficeClock.ZONE));
  }
}
