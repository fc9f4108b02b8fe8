package jp.madoguchi.resident;

import java.util.Optional;
import java.util.regex.Pattern;

/** The serial number of a card: 15 characters, digits and capital letters. */
public record CardSerial(String value) implements Comparable<CardSerial> {

  private static final Pattern FORM = Pattern.compile("[0-9A-Z]{15}");

  /**
   * @throws IllegalArgumentException when the value does not have the form of a serial number
   */
  public CardSerial {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not the serial number of a card");
    }
  }

  /** Reads what a person typed or a reader sent; empty when it is not a serial number. */
  public static Optional<CardSerial> read(String text) {
    return Optional.ofNullable(text)
        .map(given -> SearchKey.narrow(given).replace("-", ""))
        .filter(value -> FORM.matcher(value).matches())
        .map(CardSerial::new);
  }

  @Override
  public int compareTo(CardSerial other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
