package jp.madoguchi.cardwriting;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static jp.madoguchi.cardwriting.AskedPin.SIGNATURE;
import static jp.madoguchi.cardwriting.AskedPin.USER_AUTHENTICATION;
import static jp.madoguchi.cardwriting.OfferedKey.sealing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEHeader;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-PINS: on their way the PINs are sealed to a key of their case, which opens one envelope. */
class SealedPinsTest {

  private static final String CASE = "R8-1";

  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final PinVault vault = new PinVault(clock);
  private final RecordedActs acts = new RecordedActs();
  private final AwaitedPins pins = new AwaitedPins(new PinKeys(clock), vault, acts);

  @Test
  void sealedToTheKeyOfTheCaseTheyAreKept() {
    take(sealing(key()).seal("ABC123", "4711"));

    assertThat(vault.copy(CASE, SIGNATURE)).contains("ABC123".getBytes(US_ASCII));
    assertThat(vault.copy(CASE, USER_AUTHENTICATION)).contains("4711".getBytes(US_ASCII));
  }

  @Test
  void theOfferHasNothingOfThePrivateHalf() {
    assertThat(key().key()).containsOnlyKeys("kty", "crv", "x", "y", "use", "alg", "kid");
    assertThat(PinKey.make(CASE, "T1", clock.instant()).toString()).doesNotContain("\"d\"");
  }

  @Test
  void theKeyStaysUntilItIsUsedAndIsAnotherThen() {
    PinKeyOffer first = key();
    assertThat(key()).isEqualTo(first);

    take(sealing(first).seal("ABC123", "4711"));

    assertThat(key().key()).isNotEqualTo(first.key());
  }

  @Test
  void whatCameBeforeIsRefused() {
    String sealed = sealing(key()).seal("ABC123", "4711");
    take(sealed);
    vault.wipe(CASE);

    refused("pins-key-gone", sealed);
    key();
    refused("pins-key-gone", sealed);
  }

  @Test
  void anotherCasesEnvelopeIsRefused() {
    key();

    refused("pins-key-gone", sealing(pins.key("R8-2", "T1")).seal("ABC123", "4711"));
  }

  @Test
  void anEnvelopeToTheKeyOfAnotherTerminalIsRefused() {
    PinKeyOffer there = pins.key(CASE, "T2");
    key();

    refused("pins-key-gone", sealing(there).seal("ABC123", "4711"));
  }

  @Test
  void aHeaderThatNamesAnotherCaseOrTerminalIsRefused() {
    refusedWith("pins-for-other", header -> header.customParam("receptionNumber", "R8-2"));
    refusedWith("pins-for-other", header -> header.customParam("terminal", "T2"));
    refusedWith("pins-for-other", header -> header.customParam("terminal", null));
  }

  /** What is changed last: each part of the envelope, in turn. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4})
  void anAlteredEnvelopeDoesNotOpenAndUsesTheKeyUp(int part) {
    PinKeyOffer offer = key();
    String[] parts = sealing(offer).seal("ABC123", "4711").split("[.]", -1);
    parts[part] = part == 0 ? otherHeader(offer) : changed(parts[part]);

    refused("pins-altered", String.join(".", parts));

    assertThat(key().key()).isNotEqualTo(offer.key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"SIGNATURE\":\"ABC123\"}",
        "a.b.c.d.e",
        "eyJhbGciOiJub25lIn0..",
      })
  void whatIsNoEnvelopeIsRefused(String jwe) {
    refused("pins-malformed", jwe);
    refused("pins-malformed", null);
    refused("pins-malformed", "A".repeat(3000));
  }

  @Test
  void theSenderDoesNotChooseTheCipherNorCompress() {
    String json = "{\"SIGNATURE\":\"ABC123\",\"USER_AUTHENTICATION\":\"4711\"}";
    refused("pins-malformed", sealing(key()).seal(EncryptionMethod.A128GCM, json));
    refusedWith("pins-malformed", header -> header.compressionAlgorithm(CompressionAlgorithm.DEF));
    refusedWith("pins-malformed", header -> header.keyID(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"SIGNATURE\":\"ABC123\"",
        "{\"SIGNATURE\":\"ABC123\",}",
        "{\"SIGNATURE\":\"ABC123\",\"SIGNATURE\":\"ABC124\"}",
        "{\"SIGNATURE\":\"ABC123\"} x",
        "{\"SIGNATURE\":123456}",
        "{\"SIGNATURE\":\"ABC\\\"123\"}",
        "{\"OTHER\":\"ABC123\"}",
      })
  void anotherFormInsideIsRefusedWithoutRepeatingIt(String json) {
    assertThatThrownBy(() -> take(sealing(key()).seal(json)))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("pins-malformed")
        .hasMessageNotContaining("ABC123");
  }

  @Test
  void spaceBetweenIsNoHarm() {
    take(
        sealing(key())
            .seal("{ \"SIGNATURE\" : \"ABC123\",\n \"USER_AUTHENTICATION\": \"4711\" }\n"));

    assertThat(vault.has(CASE, SIGNATURE)).isTrue();
  }

  @Test
  void othersThanAreDueAreRefusedAndNothingIsKept() {
    refused("pins-not-due", sealing(key()).seal("{\"SIGNATURE\":\"ABC123\"}"));
    refused("R-PINS", sealing(key()).seal("abc123", "4711"));

    assertThat(vault.has(CASE, SIGNATURE)).isFalse();
    assertThat(vault.has(CASE, USER_AUTHENTICATION)).isFalse();
    assertThat(acts.all()).isEmpty();
  }

  @Test
  void theKeyIsGoneWithTheCaseAndAfterTenMinutes() {
    PinKeyOffer first = key();
    pins.forget(CASE);
    refused("pins-key-gone", sealing(first).seal("ABC123", "4711"));

    PinKeyOffer second = key();
    clock.moveTo("2026-11-24T10:10");
    pins.sweep();
    refused("pins-key-gone", sealing(second).seal("ABC123", "4711"));
  }

  /** A restart leaves no key: the page asks for the next one. */
  @Test
  void afterARestartTheOldKeyIsUnknown() {
    String sealed = sealing(key()).seal("ABC123", "4711");
    AwaitedPins restarted = new AwaitedPins(new PinKeys(clock), vault, acts);

    assertThatThrownBy(
            () -> restarted.take(CASE, "T1", Set.of(SIGNATURE, USER_AUTHENTICATION), sealed))
        .hasMessageContaining("pins-key-gone");
  }

  private PinKeyOffer key() {
    return pins.key(CASE, "T1");
  }

  private void take(String jwe) {
    pins.take(CASE, "T1", Set.of(SIGNATURE, USER_AUTHENTICATION), jwe);
  }

  private void refusedWith(String code, UnaryOperator<JWEHeader.Builder> header) {
    refused(code, sealing(key()).but(header).seal("ABC123", "4711"));
  }

  private void refused(String code, String jwe) {
    assertThatThrownBy(() -> take(jwe))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining(code);
    assertThat(vault.has(CASE, SIGNATURE)).isFalse();
  }

  /** A header of ours that was not the one the rest was sealed with. */
  private static String otherHeader(PinKeyOffer offer) {
    return sealing(offer).seal("ABC124", "4711").split("[.]", -1)[0];
  }

  private static String changed(String part) {
    return (part.charAt(0) == 'A' ? 'B' : 'A') + part.substring(1);
  }
}
