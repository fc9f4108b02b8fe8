package jp.madoguchi.cardwriting;

import java.util.List;
import java.util.function.IntPredicate;
import jp.madoguchi.issuance.CertificateType;

/**
 * The form of a PIN (R-PINS): 署名用 6 to 16 capital letters and digits with at least one of each,
 * 利用者証明用 4 digits. One finding per rule, so that each can be ticked while the holder types.
 */
public final class PinRules {

  /** One rule about a PIN's form. */
  public enum Rule {
    FOUR_DIGITS,
    SIX_TO_SIXTEEN,
    ONLY_CAPITALS_AND_DIGITS,
    A_LETTER,
    A_DIGIT
  }

  /** Whether a rule is met. */
  public record PinFinding(Rule rule, boolean met) {}

  private PinRules() {}

  /** The rules of the type, in the order in which they are shown, each met or not. */
  public static List<PinFinding> check(CertificateType type, byte[] pin) {
    return switch (type) {
      case USER_AUTHENTICATION ->
          List.of(new PinFinding(Rule.FOUR_DIGITS, pin.length == 4 && all(pin, PinRules::digit)));
      case SIGNATURE ->
          List.of(
              new PinFinding(Rule.SIX_TO_SIXTEEN, pin.length >= 6 && pin.length <= 16),
              new PinFinding(
                  Rule.ONLY_CAPITALS_AND_DIGITS,
                  all(pin, character -> digit(character) || capital(character))),
              new PinFinding(Rule.A_LETTER, any(pin, PinRules::capital)),
              new PinFinding(Rule.A_DIGIT, any(pin, PinRules::digit)));
    };
  }

  public static boolean allow(CertificateType type, byte[] pin) {
    return check(type, pin).stream().allMatch(PinFinding::met);
  }

  private static boolean all(byte[] pin, IntPredicate form) {
    boolean met = true;
    for (byte character : pin) {
      met &= form.test(character);
    }
    return met;
  }

  private static boolean any(byte[] pin, IntPredicate form) {
    boolean met = false;
    for (byte character : pin) {
      met |= form.test(character);
    }
    return met;
  }

  private static boolean digit(int character) {
    return character >= '0' && character <= '9';
  }

  private static boolean capital(int character) {
    return character >= 'A' && character <= 'Z';
  }
}
