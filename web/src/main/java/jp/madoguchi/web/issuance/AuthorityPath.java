package jp.madoguchi.web.issuance;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.madoguchi.issuance.CertificateType;

/** The last part of the authorities' public addresses. */
final class AuthorityPath {

  private static final Pattern KEY_ID = Pattern.compile("[0-9a-fA-F]{40}");

  private AuthorityPath() {}

  /** {@code /sign.crl} with the ending {@code .crl} is the authority for 署名用. */
  static Optional<CertificateType> type(String path, String ending) {
    return Arrays.stream(CertificateType.values())
        .filter(type -> ("/" + type.path() + ending).equals(path))
        .findFirst();
  }

  static boolean isKeyId(String text) {
    return KEY_ID.matcher(text).matches();
  }
}
