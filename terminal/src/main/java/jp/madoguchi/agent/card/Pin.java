package jp.madoguchi.agent.card;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The secrets a card asks for, with the form and the number of tries each has (R-PINS). */
public enum Pin {
  /** 利用者証明用: four digits. */
  USER_AUTHENTICATION(0x0018, 3, "[0-9]{4}"),
  /** 署名用: 6 to 16 capital letters and digits, at least one of each. */
  SIGNATURE(0x001B, 5, "(?=.*[A-Z])(?=.*[0-9])[A-Z0-9]{6,16}"),
  /** 券面事項入力補助用: four digits. */
  INPUT_SUPPORT(0x0011, 3, "[0-9]{4}"),
  /** 照合番号B: what is printed on the card's face, so it never changes. */
  NUMBER_B(0x0015, 10, "[0-9]{14}");

  private final int file;
  private final int tries;
  private final Predicate<String> form;

  Pin(int file, int tries, String form) {
    this.file = file;
    this.tries = tries;
    this.form = Pattern.compile(form).asMatchPredicate();
  }

  int file() {
    return file;
  }

  /** How many wrong tries in a row lock it. */
  int tries() {
    return tries;
  }

  boolean changeable() {
    return this != NUMBER_B;
  }

  boolean allows(byte[] value) {
    return form.test(new String(value, StandardCharsets.ISO_8859_1));
  }
}
