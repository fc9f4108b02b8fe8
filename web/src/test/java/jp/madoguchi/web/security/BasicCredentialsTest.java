package jp.madoguchi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

  @Test
  void nameAndSecretAreReadInUtf8AndTheSecretMayHoldColons() {
    BasicCredentials basic = BasicCredentials.parse(header("clerk1:合:言葉")).orElseThrow();
    assertThat(basic.name()).isEqualTo("clerk1");
    assertThat(new String(basic.secret())).isEqualTo("合:言葉");
    assertThat(basic).hasToString("clerk1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic !!!",
        "Bearer abc",
        "Basic OmFiYw==",
        "Basic YWJj",
        "Basic //8="
      })
  void anythingElseIsNoCredentials(String header) {
    assertThat(BasicCredentials.parse(header)).isEmpty();
  }

  private static String header(String text) {
    return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
