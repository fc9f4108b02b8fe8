package jp.madoguchi.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

  /** Tells one addressee from another without naming them. */
  String digest() {
    try {
      byte[] window = String.join("\n", postalCode, address, name).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(window));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
