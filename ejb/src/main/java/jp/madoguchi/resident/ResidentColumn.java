package jp.madoguchi.resident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of an import, each under its own name or its Japanese one. All must be there. */
public enum ResidentColumn {
  REGISTER_NUMBER("宛名番号", 20),
  NAME("氏名", 200),
  KANA("フリガナ", 200),
  BIRTH_DATE("生年月日", 30),
  SEX("性別", 10),
  POSTAL_CODE("郵便番号", 10),
  ADDRESS("住所", 400),
  HOUSEHOLD_NUMBER("世帯番号", 15),
  STATUS("状態", 10),
  MOVED_AWAY_ON("転出日", 30),
  DIED_ON("死亡日", 30),
  STAY_UNTIL("在留期間満了日", 30),
  ADULT_WARD("成年被後見人", 5),
  CARD_SERIAL("カード製造番号", 20),
  CARD_KIND("カード種別", 20),
  CARD_EXPIRES_ON("カード有効期限", 30),
  CARD_STATE("カード状態", 10);

  private final String japanese;
  private final int longest;

  ResidentColumn(String japanese, int longest) {
    this.japanese = japanese;
    this.longest = longest;
  }

  /** The name in the header, as {@code register_number}. */
  public String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in the JSON of a change, as {@code registerNumber}. */
  public String field() {
    StringBuilder field = new StringBuilder();
    for (String word : header().split("_")) {
      field.append(
          field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return field.toString();
  }

  /** The column of a field in a change. */
  static Optional<ResidentColumn> ofField(String field) {
    return Arrays.stream(values()).filter(column -> column.field().equals(field)).findFirst();
  }

  public String japanese() {
    return japanese;
  }

  /** The most characters a value may have. */
  int longest() {
    return longest;
  }

  static Optional<ResidentColumn> named(String header) {
    String name = header.strip();
    return Arrays.stream(values())
        .filter(column -> column.header().equalsIgnoreCase(name) || column.japanese.equals(name))
        .findFirst();
  }
}
