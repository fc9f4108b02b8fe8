package jp.madoguchi.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S", // nothing went wrong
    "2, PT0S", // two are free
    "3, PT5S", // from the third on it waits
    "4, PT10S", // twice as long each time
    "9, PT5M20S", // the last before the lock
    "11, PT15M", // never longer than a quarter of an hour
    "1000, PT15M", // and no overflow
  })
  void theWaitGrowsWithEachWrongPassword(int failures, Duration wait) {
    assertThat(BackOff.after(failures).orElse(Duration.ZERO)).isEqualTo(wait);
  }

  @Test
  void theTenthWrongPasswordLocks() {
    assertThat(BackOff.locks(9)).isFalse();
    assertThat(BackOff.locks(10)).isTrue();
  }
}
