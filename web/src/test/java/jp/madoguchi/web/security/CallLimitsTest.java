package jp.madoguchi.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.web.security.CallLimits.Kind;
import org.junit.jupiter.api.Test;

class CallLimitsTest {

  private long nanos;

  @Test
  void anAddressMayAskAsOftenAsItsMeasureSaysAndAgainWhenTimeHasPassed() {
    CallLimits limits = limits(Map.of("limits.guide", "3/minute"));
    for (int i = 0; i < 3; i++) {
      assertThat(limits.tooMany(Kind.GUIDE, "192.0.2.1")).isEmpty();
    }
    assertThat(limits.tooMany(Kind.GUIDE, "192.0.2.1")).isEqualTo(OptionalLong.of(21));
    assertThat(limits.tooMany(Kind.GUIDE, "192.0.2.2")).isEmpty();
    assertThat(limits.tooMany(Kind.CALENDAR, "192.0.2.1")).isEmpty();
    nanos += TimeUnit.SECONDS.toNanos(21);
    assertThat(limits.tooMany(Kind.GUIDE, "192.0.2.1")).isEmpty();
  }

  @Test
  void aSubscriberOfIpv6IsOneAddress() {
    CallLimits limits = limits(Map.of("limits.login", "1/hour"));
    assertThat(limits.tooMany(Kind.LOGIN, "2001:db8:1:2::1")).isEmpty();
    assertThat(limits.tooMany(Kind.LOGIN, "2001:db8:1:2:ffff::9")).isPresent();
    assertThat(limits.tooMany(Kind.LOGIN, "2001:db8:1:3::1")).isEmpty();
  }

  @Test
  void thisMachineIsNotMeasuredUnlessTheSettingSaysSo() {
    CallLimits usual = limits(Map.of("limits.status", "1/hour"));
    CallLimits strict = limits(Map.of("limits.status", "1/hour", "limits.exempt", "10.0.0.0/8"));
    for (int i = 0; i < 100; i++) {
      assertThat(usual.tooMany(Kind.STATUS, "127.0.0.1")).isEmpty();
      assertThat(usual.tooMany(Kind.STATUS, "0:0:0:0:0:0:0:1")).isEmpty();
      assertThat(strict.tooMany(Kind.STATUS, "10.9.8.7")).isEmpty();
    }
    assertThat(strict.tooMany(Kind.STATUS, "127.0.0.1")).isEmpty();
    assertThat(strict.tooMany(Kind.STATUS, "127.0.0.1")).isPresent();
  }

  @Test
  void offIsWithoutMeasure() {
    CallLimits limits = limits(Map.of("limits.guide", "off"));
    for (int i = 0; i < 1_000; i++) {
      assertThat(limits.tooMany(Kind.GUIDE, "192.0.2.1")).isEmpty();
    }
  }

  @Test
  void howManyAddressesAreRememberedIsBounded() {
    CallLimits limits = limits(Map.of("limits.addresses", "1000"));
    for (int i = 0; i < 100_000; i++) {
      String address = "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255);
      limits.tooMany(Kind.GUIDE, address);
    }
    assertThat(limits.remembered()).isBetween(1L, 1000L);
  }

  @Test
  void aSettingThatIsNoMeasureStopsTheStart() {
    assertThatThrownBy(() -> limits(Map.of("limits.guide", "often"))).hasMessageContaining("often");
    assertThatThrownBy(() -> limits(Map.of("limits.exempt", "localhost")))
        .hasMessageContaining("localhost");
  }

  private CallLimits limits(Map<String, String> chosen) {
    Settings settings =
        new Settings() {
          @Override
          public Optional<String> find(String name) {
            return Optional.ofNullable(chosen.get(name));
          }
        };
    return new CallLimits(
        settings,
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return nanos;
          }

          @Override
          public boolean isWallClockBased() {
            return false;
          }
        });
  }
}
