package jp.madoguchi.reception;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a case (受付番号): year, running number, and a check digit over both (Luhn), as in
 * {@code 2026-000042-7}. A mistyped digit or two swapped ones are noticed.
 */
public record ReceptionNumber(String value) {

  private static final Pattern FORM = Pattern.compile("(\\d{4})-?(\\d{6})-?(\\d)");

  /**
   * @throws IllegalArgumentException when form or check digit are wrong
   */
  public ReceptionNumber {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches() || checkDigit(matcher.group(1) + matcher.group(2)) != digit(matcher)) {
      throw new IllegalArgumentException("Not a reception number");
    }
    value = matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3);
  }

  public static ReceptionNumber of(int year, long running) {
    String digits = "%04d%06d".formatted(year, running);
    return new ReceptionNumber(digits + checkDigit(digits));
  }

  /** Reads what a person typed or a scanner sent; empty when it is not a reception number. */
  public static Optional<ReceptionNumber> read(String text) {
    String typed =
        java.text.Normalizer.normalize(text == null ? "" : text, java.text.Normalizer.Form.NFKC)
            .strip();
    try {
      return Optional.of(new ReceptionNumber(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int digit(Matcher matcher) {
    return matcher.group(3).charAt(0) - '0';
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10;
  }

  @Override
  public String toString() {
    return value;
  }
}
