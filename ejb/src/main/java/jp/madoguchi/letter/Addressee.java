package jp.madoguchi.letter;

/**
 * Who a letter is mailed to, as registered.
 *
 * @param postalCode seven digits, with a hyphen or without
 */
public record Addressee(String postalCode, String address, String name) {

  String postalMark() {
    return "〒" + postal(postalCode);
  }

  /** 243-0014; what has another form stays as it is. */
  static String postal(String code) {
    return code.replaceFirst("^(\\d{3})-?(\\d{4})$", "$1-$2");
  }
}
