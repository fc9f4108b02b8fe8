package jp.madoguchi.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZonedDateTime;
import java.util.Optional;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R-SYSTEM-HOURS. */
class PlannedStopsTest {

  @ParameterizedTest
  @CsvSource({
    // once: the first minute belongs to it, the last does not
    "2026-11-24T12:00/2026-11-24T13:00, 2026-11-24T11:59, ",
    "2026-11-24T12:00/2026-11-24T13:00, 2026-11-24T12:00, 2026-11-24T13:00",
    "2026-11-24T12:00/2026-11-24T13:00, 2026-11-24T13:00, ",
    // every day, over midnight
    "23:00/06:00, 2026-11-24T22:59, ",
    "23:00/06:00, 2026-11-24T23:00, 2026-11-25T06:00",
    "23:00/06:00, 2026-11-25T05:59, 2026-11-25T06:00",
    "23:00/06:00, 2026-11-25T06:00, ",
    // every day, within it
    "12:00/13:00, 2026-11-24T12:30, 2026-11-24T13:00",
    // none
    "'', 2026-11-24T12:30, "
  })
  void theAuthorityIsAwayFromTheBeginningOfAStopToItsEnd(String stop, String now, String end) {
    assertThat(stops(stop, now).runningUntil())
        .isEqualTo(
            Optional.ofNullable(end)
                .map(time -> ZonedDateTime.parse(time + ":00+09:00[Asia/Tokyo]")));
  }

  @Test
  void ofSeveralRunningStopsTheLastEndCounts() {
    PlannedStops stops =
        stops("12:00/13:00, 2026-11-24T12:00/2026-11-24T18:00", "2026-11-24T12:30");
    assertThat(stops.runningUntil().orElseThrow().getHour()).isEqualTo(18);
  }

  @ParameterizedTest
  @ValueSource(strings = {"noon", "12:00", "12:00/25:00", "2026-11-24T12:00/13:00", "/", "1/2/3"})
  void aStopThatCannotBeReadIsSaidToBeWrong(String stop) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> stops(stop, "2026-11-24T12:30").runningUntil())
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo("authority-stops-malformed"));
  }

  private static PlannedStops stops(String stops, String now) {
    return new PlannedStops(
        new ChosenSettings().with("authority.stops", stops), new MovableClock(now));
  }
}
