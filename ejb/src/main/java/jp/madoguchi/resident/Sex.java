package jp.madoguchi.resident;

import java.util.Arrays;
import java.util.Optional;

/** The sex in the resident record, with the code that card and certificate carry. */
public enum Sex {
  MALE(1),
  FEMALE(2),
  UNKNOWN(3);

  private final int code;

  Sex(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public static Optional<Sex> find(int code) {
    return Arrays.stream(values()).filter(sex -> sex.code == code).findFirst();
  }

  /**
   * @throws IllegalArgumentException for a code other than 1, 2, 3
   */
  public static Sex ofCode(int code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("No sex has code " + code));
  }
}
