package jp.madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlvTest {

  @Test
  void tagsOfOneAndTwoBytesAreRead() {
    List<Tlv> tags = Tlv.parse(bytes("DF0103800101" + "8202AABB"));

    assertThat(tags).extracting(Tlv::tag).containsExactly(0xDF01, 0x82);
    assertThat(Tlv.require(Tlv.parse(tags.get(0).value()), 0x80)).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80", // no length
        "DF", // half a tag
        "8002AA", // shorter than its length
        "8081", // half a length
        "808400000001", // a length in four bytes
        "8080" // an indefinite length
      })
  void whatDoesNotFitIsRefused(String hex) {
    assertThatThrownBy(() -> Tlv.parse(bytes(hex))).isInstanceOf(UnreadableAnswerException.class);
  }

  @Test
  void noiseIsEitherReadOrRefused() {
    Random random = new Random(20261124);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(40)];
      random.nextBytes(noise);
      try {
        Tlv.parse(noise);
        CardIdentity.parse(noise);
      } catch (UnreadableAnswerException refused) {
        assertThat(refused).hasMessageNotContaining("null");
      }
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
