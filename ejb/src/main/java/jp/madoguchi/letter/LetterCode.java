package jp.madoguchi.letter;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The code that an inquiry letter carries and that reopens its case at the return visit (R-LETTER):
 * drawn by lot, so that it says nothing about a person, in the form {@code XXXX-XXXX-XXXXX}.
 *
 * <p>Twelve characters of Crockford's base 32 (60 bits) and a check character, the number modulo
 * 37. One wrong character or two swapped neighbours are always noticed: 37 is prime and greater
 * than any difference of two characters. Crockford writes the checks 32 to 36 with signs; a number
 * with such a check is not used, so that a code has digits and letters only.
 */
public record LetterCode(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;
  private static final int CHECK = 37;

  private static final Pattern FORM =
      Pattern.compile("[%1$s]{4}-[%1$s]{4}-[%1$s]{5}".formatted(ALPHABET));

  /** What a keyboard in Japanese gives for a hyphen, and the spaces of a copied text. */
  private static final Pattern FILLING = Pattern.compile("[-‐‑‒–—―−ー\\s]");

  /**
   * @throws IllegalArgumentException when form or check character are wrong
   */
  public LetterCode {
    if (!FORM.matcher(value).matches() || !checked(value.replace("-", ""))) {
      throw new IllegalArgumentException("Not a letter code");
    }
  }

  /**
   * @param lot unforeseeable, so that nobody guesses the code of another letter
   */
  public static LetterCode random(RandomGenerator lot) {
    while (true) {
      StringBuilder drawn = new StringBuilder(LENGTH + 1);
      for (int i = 0; i < LENGTH; i++) {
        drawn.append(ALPHABET.charAt(lot.nextInt(ALPHABET.length())));
      }
      int check = remainder(drawn);
      if (check < ALPHABET.length()) {
        return new LetterCode(withHyphens(drawn.append(ALPHABET.charAt(check)).toString()));
      }
    }
  }

  /**
   * Reads what a person typed or a scanner sent, the letters O, I and L as the digits that they
   * look like; empty when it is not a letter's code.
   */
  public static Optional<LetterCode> read(String typed) {
    String code =
        FILLING
            .matcher(Normalizer.normalize(typed == null ? "" : typed, Form.NFKC))
            .replaceAll("")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    try {
      return Optional.of(new LetterCode(withHyphens(code)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
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

  @Override
  public String toString() {
    return value;
  }
}
