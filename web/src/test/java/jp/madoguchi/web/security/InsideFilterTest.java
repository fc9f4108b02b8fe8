package jp.madoguchi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.web.security.Servlets.Answered;
import jp.madoguchi.web.security.Servlets.Asked;
import org.junit.jupiter.api.Test;

/** Health and figures are not on the public side. */
class InsideFilterTest {

  private final Map<String, String> chosen = new HashMap<>();

  @Test
  void thisMachineMayLook() throws Exception {
    assertThat(ask("127.0.0.1").passed).isTrue();
    assertThat(ask("0:0:0:0:0:0:0:1").passed).isTrue();
  }

  @Test
  void forOthersItIsNotThere() throws Exception {
    Answered answer = ask("192.0.2.1");
    assertThat(answer.passed).isFalse();
    assertThat(answer.status).isEqualTo(404);
    assertThat(answer.text()).contains("\"code\":\"not-found\"");
  }

  @Test
  void theSettingNamesWhoWatches() throws Exception {
    chosen.put("monitoring.from", "192.0.2.0/24, 2001:db8::/32");
    assertThat(ask("192.0.2.200").passed).isTrue();
    assertThat(ask("2001:db8:0:0:0:0:0:1").passed).isTrue();
    assertThat(ask("192.0.3.1").passed).isFalse();
    assertThat(ask("127.0.0.1").passed).isFalse();
  }

  @Test
  void nothingComesThroughAProxyEvenOnThisMachine() throws Exception {
    Asked asked = new Asked("GET", "/metrics").header("X-Forwarded-For", "127.0.0.1");
    assertThat(ask(asked, "127.0.0.1").passed).isFalse();
  }

  @Test
  void inTrainingEverybodyMayLook() throws Exception {
    chosen.put("stage", "embedded");
    assertThat(ask("192.0.2.1").passed).isTrue();
  }

  private Answered ask(String from) throws Exception {
    return ask(new Asked("GET", "/metrics"), from);
  }

  private Answered ask(Asked asked, String from) throws Exception {
    Settings settings =
        new Settings() {
          @Override
          public Optional<String> find(String name) {
            return Optional.ofNullable(chosen.get(name));
          }
        };
    Answered answered = new Answered();
    asked.address = from;
    new InsideFilter(settings).doFilter(asked.request(), answered.response(), answered.chain());
    return answered;
  }
}
