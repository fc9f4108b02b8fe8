package jp.madoguchi.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateSerialNumberTest {

  @Test
  void aSerialIsPositiveAndHasMoreThan64Bits() {
    assertThat(IntStream.range(0, 1000).mapToObj(i -> CertificateSerialNumber.random()))
        .allMatch(serial -> serial.value().signum() > 0 && serial.value().bitLength() == 127);
  }

  @Test
  void noTwoAreTheSame() {
    assertThat(
            IntStream.range(0, 10_000)
                .mapToObj(i -> CertificateSerialNumber.random())
                .collect(Collectors.toSet()))
        .hasSize(10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0a1b", "0A1B", "0A:1B", "a1b"})
  void itIsReadAsItIsPrintedAnywhere(String hex) {
    assertThat(CertificateSerialNumber.parse(hex))
        .contains(new CertificateSerialNumber(BigInteger.valueOf(0x0A1B)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "xyz", "8000000000000000000000000000000000000000"})
  void whatCannotBeASerialIsNone(String hex) {
    assertThat(CertificateSerialNumber.parse(hex)).isEmpty();
  }

  @Test
  void zeroIsNoSerial() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CertificateSerialNumber(BigInteger.ZERO));
  }
}
