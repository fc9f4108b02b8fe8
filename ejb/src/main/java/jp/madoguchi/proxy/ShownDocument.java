package jp.madoguchi.proxy;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import jp.madoguchi.problem.Problem;

/**
 * An identity document as it lies before the clerk. Its number is here only until it is hashed
 * (R-MINIMUM).
 *
 * @param kind a code of the table of kinds, such as {@code DRIVING_LICENCE}
 * @param issuer who issued it; null for the kind's usual one
 * @param expiresOn its last day; null where this kind has none
 * @param number as printed on it, letters and digits; spaces and hyphens make no difference
 */
public record ShownDocument(String kind, String issuer, LocalDate expiresOn, String number) {

  private static final int LONGEST = 40;

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, {@code
   *     individual-number} when the number could be a 個人番号 of twelve digits, which is kept nowhere
   */
  public ShownDocument {
    require(kind != null && !kind.isBlank(), "document.kind");
    issuer = issuer == null || issuer.isBlank() ? null : issuer.strip();
    number = folded(Objects.requireNonNullElse(number, ""));
    require(number.matches("[A-Z0-9]{1," + LONGEST + "}"), "document.number");
  }

  private static String folded(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\-‐−ー]", "")
        .toUpperCase(Locale.ROOT);
  }

  private static void require(boolean holds, String field) {
    if (!holds) {
      throw Problem.refused("form-incomplete", field).asException();
    }
  }

  /** The number's last characters, four at most and never the whole number. */
  String end() {
    int kept = Math.min(4, Math.max(1, number.length() / 2));
    return number.substring(number.length() - kept);
  }

  @Override
  public String toString() {
    return kind + " …" + end();
  }
}
