package jp.madoguchi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import jp.madoguchi.calendar.jpa.StoredClockOffset;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office's clock runs with the system's, and in training where it is put. */
class OfficeClockTest {

  private static final Instant SYSTEM = Instant.parse("2026-11-24T01:00:00Z");
  private static final Instant TARGET = Instant.parse("2031-02-17T01:00:00Z");

  private final Clock system = Clock.fixed(SYSTEM, ZoneOffset.UTC);
  private final KeptInMemory kept = new KeptInMemory();
  private final FiredEvents<OfficeClockMoved> moves = new FiredEvents<>();
  private final SystemOfficeClock clock = new SystemOfficeClock(kept, new Settings(), system);
  private final OfficeClockSetting setting =
      new OfficeClockSetting(clock, kept, new Settings(), moves);

  @BeforeEach
  void inTraining() {
    System.setProperty("madoguchi.stage", "embedded");
  }

  @AfterEach
  void back() {
    System.clearProperty("madoguchi.stage");
  }

  @Test
  void inTrainingItCanBeMovedAndRunsOnFromThere() {
    OfficeClockMoved moved = setting.moveTo(TARGET);
    assertThat(moves.all()).containsExactly(moved);
    assertThat(clock.instant()).as("until the act is committed").isEqualTo(SYSTEM);
    clock.follow(moved);
    assertThat(clock.instant()).isEqualTo(TARGET);
    assertThat(clock.today()).hasToString("2031-02-17");
  }

  @Test
  void afterARestartItStandsWhereItWasPut() {
    setting.moveTo(TARGET);
    SystemOfficeClock restarted = new SystemOfficeClock(kept, new Settings(), system);
    restarted.start();
    assertThat(restarted.instant()).isEqualTo(TARGET);
  }

  @Test
  void outsideTrainingItIsTheSystemsTimeWhateverIsKept() {
    kept.write(Duration.ofDays(100));
    System.clearProperty("madoguchi.stage");
    clock.start();
    assertThat(clock.instant()).isEqualTo(SYSTEM);
    refused("clock-not-movable", TARGET);
  }

  @Test
  void itIsNotMovedWhereCertificatesCannotBeDated() {
    refused("clock-out-of-range", Instant.parse("2015-12-31T00:00:00Z"));
    refused("clock-out-of-range", Instant.parse("2040-01-01T00:00:00Z"));
  }

  @Test
  void theOffsetIsKeptInItsTable() {
    TestDatabase.shared()
        .doInTransaction(
            entities -> {
              StoredClockOffset stored = new StoredClockOffset(entities);
              stored.write(Duration.ofHours(-5));
              assertThat(stored.read()).isEqualTo(Duration.ofHours(-5));
              stored.write(Duration.ZERO);
            });
  }

  private void refused(String code, Instant target) {
    assertThatThrownBy(() -> setting.moveTo(target))
        .isInstanceOfSatisfying(
            BusinessException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  private static final class KeptInMemory implements ClockOffset {
    private Duration offset = Duration.ZERO;

    @Override
    public Duration read() {
      return offset;
    }

    @Override
    public void write(Duration offset) {
      this.offset = offset;
    }
  }
}
