package jp.madoguchi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionTimeTest {

  private final AtomicLong millis = new AtomicLong(1_000_000);
  private final SessionTime time = new SessionTime(Duration.ofMinutes(30), millis::get);
  private final HttpSession session = Servlets.session();

  @Test
  void aLoginLastsHalfAnHourWithoutWork() {
    time.extend(session);
    millis.addAndGet(Duration.ofMinutes(29).toMillis());
    assertThat(time.remainingSeconds(session)).isEqualTo(60);
    millis.addAndGet(Duration.ofMinutes(2).toMillis());
    assertThat(time.remainingSeconds(session)).isZero();
  }

  @Test
  void workBeginsTheTimeAnew() {
    time.extend(session);
    millis.addAndGet(Duration.ofMinutes(29).toMillis());
    time.extend(session);
    assertThat(time.remainingSeconds(session)).isEqualTo(1800);
  }

  @Test
  void aSessionThatNeverBeganIsOver() {
    assertThat(time.remainingSeconds(session)).isZero();
  }
}
