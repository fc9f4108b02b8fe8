package jp.madoguchi.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A code that people type and machines draw by lot, in the form {@code XXXX-XXXX-XXXXX}.
 *
 * <p>Twelve characters of Crockford's base 32 (60 bits) and a check character, the number modulo
 * 37. One wrong character or two swapped neighbours are always noticed: 37 is prime and greater
 * than any difference of two characters. Crockford writes the checks 32 to 36 with signs; a number
 * with such a check is not used, so that a code has digits and letters only.
 */
public final class CheckedCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;
  private static final int CHECK = 37;

  private static final Pattern FORM =
      Pattern.compile("[%1$s]{4}-[%1$s]{4}-[%1$s]{5}".formatted(ALPHABET));

  /** What a keyboard in Japanese gives for a hyphen, and the spaces of a copied text. */
  private static final Pattern FILLING = Pattern.compile("[-‐‑‒–—―−ー\\s]");

  private CheckedCode() {}

  /** Whether form and check character are right. */
  public static boolean isRight(String code) {
    return FORM.matcher(code).matches() && checked(code.replace("-", ""));
  }

  /**
   * @param lot unforeseeable, so that nobody guesses another code
   */
  public static String random(RandomGenerator lot) {
    while (true) {
      StringBuilder drawn = new StringBuilder(LENGTH + 1);
      for (int i = 0; i < LENGTH; i++) {
        drawn.append(ALPHABET.charAt(lot.nextInt(ALPHABET.length())));
      }
      int check = remainder(drawn);
      if (check < ALPHABET.length()) {
        return withHyphens(drawn.append(ALPHABET.charAt(check)).toString());
      }
    }
  }

  /**
   * Reads what a person typed or a scanner sent, the letters O, I and L as the digits that they
   * look like; empty when it is no such code.
   */
  public static Optional<String> read(String typed) {
    String code =
        FILLING
            .matcher(Normalizer.normalize(typed == null ? "" : typed, Form.NFKC))
            .replaceAll("")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return Optional.of(withHyphens(code)).filter(CheckedCode::isRight);
  }

  private static String withHyphens(String code) {
    return code.replaceFirst("^(.{4})(.{4})", "$1-$2-");
  }

  private static boolean checked(String code) {
    return remainder(code.substring(0, LENGTH)) == ALPHABET.indexOf(code.charAt(LENGTH));
  }

  private static int remainder(CharSequence characters) {
    return characters
        .chars()
        .map(ALPHABET::indexOf)
        .reduce(0, (number, digit) -> (number * ALPHABET.length() + digit) % CHECK);
  }
}
