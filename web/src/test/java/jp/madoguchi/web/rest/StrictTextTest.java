package jp.madoguchi.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a name is the name that was sent. */
class StrictTextTest {

  @Test
  void charactersBeyondTheFirstPlaneAndVariationsStay() throws IOException {
    String names = "𠮷田 髙橋 辻\uDB40\uDD00 \uD83C\uDDEF";
    assertThat(read(("{\"name\":\"" + names + "\"}").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Map.of("name", names));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"\\u0000\"}", // a null character
        "{\"a\":\"\\ud842\"}", // the first half of a character
        "{\"a\":\"\\udfb7\\ud842\"}", // two halves in the wrong order
        "{\"a\":[{\"b\":\"\\ud842\"}]}", // deep inside
        "{\"\\u0000\":1}" // in a field's name
      })
  void whatIsNoCharacterIsRefused(String json) {
    assertThatThrownBy(() -> read(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7b2261223a22c0af227d", // an overlong slash
        "7b2261223a22eda182227d", // half of a character, written out
        "7b2261223a22f490808022", // beyond the last character
        "7b2261223a22ff227d" // no UTF-8 at all
      })
  void bytesThatAreNoUtf8AreRefused(String hex) {
    assertThatThrownBy(() -> read(HexFormat.of().parseHex(hex))).isInstanceOf(IOException.class);
  }

  private static Map<?, ?> read(byte[] json) throws IOException {
    return Json.mapper().readValue(new ByteArrayInputStream(json), Map.class);
  }
}
