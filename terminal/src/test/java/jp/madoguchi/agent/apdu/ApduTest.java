package jp.madoguchi.agent.apdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApduTest {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  @ParameterizedTest
  @CsvSource({
    "00200080, 0, -1", // nothing but the header
    "00B0000004, 0, 4", // an answer is expected
    "00B0000000, 0, 256", // of any length
    "00A4020C020018, 2, -1", // data
    "802A0080013300, 1, 256" // data, and an answer is expected
  })
  void theFourShortFormsAreRead(String bytes, int dataLength, int le) {
    CommandApdu command = CommandApdu.parse(HEX.parseHex(bytes)).orElseThrow();
    assertThat(command.data()).hasSize(dataLength);
    assertThat(command.le()).isEqualTo(le);
    assertThat(command.encoded()).isEqualTo(HEX.parseHex(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "00A404", // no whole header
        "00A4020C0200", // less data than announced
        "00A4020C0200180000", // more than announced
        "00B00000000100" // the extended form
      })
  void whatIsNoShortCommandIsNotRead(String bytes) {
    assertThat(CommandApdu.parse(HEX.parseHex(bytes))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 255, 256, 65535})
  void aDataObjectOfAnyLengthIsReadAsItWasWritten(int length) {
    Tlv object = Tlv.of(0x7F49, new byte[length]);
    List<Tlv> read = Tlv.parse(object.encoded()).orElseThrow();
    assertThat(read).hasSize(1);
    assertThat(read.get(0).tag()).isEqualTo(0x7F49);
    assertThat(read.get(0).value()).hasSize(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"81", "8102AA", "8181", "81820001", "7F", "7F8101", "8180", "5FFF01"})
  void whatIsNoDataObjectIsNotRead(String bytes) {
    assertThat(Tlv.parse(HEX.parseHex(bytes))).isEmpty();
  }

  /** Whatever comes in, reading it ends, and what was read is what came. */
  @Test
  void anyBytesAreReadOrRefused() {
    Random random = new Random(20_260_401);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(24)];
      random.nextBytes(bytes);
      Optional<CommandApdu> command = CommandApdu.parse(bytes);
      command.ifPresent(read -> assertThat(read.encoded()).isEqualTo(bytes));
      Optional<List<Tlv>> objects = Tlv.parse(bytes);
      objects.ifPresent(read -> assertThat(Tlv.parse(Tlv.encode(read))).isPresent());
      ResponseApdu.parse(bytes).ifPresent(read -> assertThat(read.encoded()).isEqualTo(bytes));
    }
  }
}
