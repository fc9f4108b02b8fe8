package jp.madoguchi.agent.apdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.agent.Fuzz;
import org.junit.jupiter.api.Test;

/** Commands, answers and data objects are read whole or not at all. */
class ApduFuzzTest {

  private static final List<byte[]> COMMANDS =
      bytes(
          "00A4040C0AD392F000260100000001",
          "00B0000000",
          "002000800431323334",
          "805030000801020304050607080000",
          "00478000" + "17B60384011791100102030405060708090A0B0C0D0E0F1000");

  private static final List<byte[]> OBJECTS =
      bytes(
          "B60384011791100102030405060708090A0B0C0D0E0F10",
          "DF010C80010283020100840441424344",
          "7F49820108" + "81820100" + "AB".repeat(256) + "8203010001",
          "8181FF" + "00".repeat(255));

  @Test
  void aCommandIsWhatItWasReadFromOrNone() {
    Fuzz fuzz = new Fuzz(2026_11_26_02);
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      byte[] bytes = fuzz.oneIn(5) ? fuzz.noise(300) : fuzz.mutated(fuzz.oneOf(COMMANDS));
      Optional<CommandApdu> command = CommandApdu.parse(bytes);
      command.ifPresent(read -> assertThat(read.encoded()).isEqualTo(bytes));
      Optional<ResponseApdu> answer = ResponseApdu.parse(bytes);
      assertThat(answer.isPresent()).isEqualTo(bytes.length >= 2);
      answer.ifPresent(read -> assertThat(read.encoded()).isEqualTo(bytes));
    }
  }

  @Test
  void dataObjectsHoldNoMoreThanTheirBytes() {
    Fuzz fuzz = new Fuzz(2026_11_26_03);
    for (int i = 0; i < Fuzz.INPUTS; i++) {
      byte[] bytes = fuzz.oneIn(5) ? fuzz.noise(300) : fuzz.mutated(fuzz.oneOf(OBJECTS));
      Optional<List<Tlv>> objects = Tlv.parse(bytes);
      objects.ifPresent(
          read -> {
            assertThat(read.stream().mapToInt(one -> one.value().length).sum())
                .isLessThanOrEqualTo(bytes.length);
            assertThat(Tlv.parse(Tlv.encode(read))).map(List::size).contains(read.size());
          });
    }
  }

  private static List<byte[]> bytes(String... hex) {
    return List.of(hex).stream().map(HexFormat.of()::parseHex).toList();
  }
}
