package jp.madoguchi.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VerifiedCredentialsTest {

  private static final char[] SECRET = "secret".toCharArray();

  private final AtomicLong nanos = new AtomicLong();
  private final VerifiedCredentials verified = new VerifiedCredentials(nanos::get);
  private int comparisons;

  @Test
  void rightCredentialsAreComparedOnceInFiveMinutes() {
    verify(SECRET);
    nanos.addAndGet(Duration.ofMinutes(4).toNanos());
    assertThat(verify(SECRET)).isPresent();
    assertThat(comparisons).isEqualTo(1);

    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    verify(SECRET);
    assertThat(comparisons).isEqualTo(2);
  }

  @Test
  void wrongCredentialsAreComparedEachTime() {
    verified.verify("clerk1", SECRET, this::wrong);
    verified.verify("clerk1", SECRET, this::wrong);
    assertThat(comparisons).isEqualTo(2);
  }

  @Test
  void anotherSecretIsAnotherEntry() {
    verify(SECRET);
    verify("other".toCharArray());
    assertThat(comparisons).isEqualTo(2);
  }

  @Test
  void aChangeOfStandingIsForgottenAtOnce() {
    verify(SECRET);
    verified.forget(new StandingChanged("clerk2"));
    verify(SECRET);
    assertThat(comparisons).isEqualTo(1);

    verified.forget(new StandingChanged("clerk1"));
    verify(SECRET);
    assertThat(comparisons).isEqualTo(2);
  }

  private Optional<Caller> verify(char[] secret) {
    return verified.verify(
        "clerk1",
        secret,
        () -> {
          comparisons++;
          return Optional.of(new Caller("clerk1", Set.of("CLERK")));
        });
  }

  private Optional<Caller> wrong() {
    comparisons++;
    return Optional.empty();
  }
}
