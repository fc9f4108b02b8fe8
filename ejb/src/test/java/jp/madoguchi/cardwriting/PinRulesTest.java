package jp.madoguchi.cardwriting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static jp.madoguchi.issuance.CertificateType.SIGNATURE;
import static jp.madoguchi.issuance.CertificateType.USER_AUTHENTICATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.madoguchi.cardwriting.PinRules.PinFinding;
import jp.madoguchi.cardwriting.PinRules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-PINS. */
class PinRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"A1B2C3", "ABCDE1", "12345Z", "ABCDEFGHIJKLMNO1"})
  void aSignaturePinHasSixToSixteenCapitalsAndDigitsWithOneOfEach(String pin) {
    assertThat(PinRules.allow(SIGNATURE, bytes(pin))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A1B2C",
        "ABCDEFGHIJKLMNOP1",
        "ABCDEF",
        "123456",
        "abc123",
        "ABC-123",
        "ABC 12"
      })
  void anyOtherSignaturePinIsRefused(String pin) {
    assertThat(PinRules.allow(SIGNATURE, bytes(pin))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000", "1234", "9999"})
  void anAuthenticationPinHasFourDigits(String pin) {
    assertThat(PinRules.allow(USER_AUTHENTICATION, bytes(pin))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "12345", "12a4", "12 4"})
  void anyOtherAuthenticationPinIsRefused(String pin) {
    assertThat(PinRules.allow(USER_AUTHENTICATION, bytes(pin))).isFalse();
  }

  @Test
  void eachRuleIsTickedByItself() {
    List<PinFinding> findings = PinRules.check(SIGNATURE, bytes("ABC"));

    assertThat(findings)
        .containsExactly(
            new PinFinding(Rule.SIX_TO_SIXTEEN, false),
            new PinFinding(Rule.ONLY_CAPITALS_AND_DIGITS, true),
            new PinFinding(Rule.A_LETTER, true),
            new PinFinding(Rule.A_DIGIT, false));
  }

  private static byte[] bytes(String pin) {
    return pin.getBytes(ISO_8859_1);
  }
}
