package jp.madoguchi.web.issuance;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.ListScope;

/** The last part of the authorities' public addresses. */
final class AuthorityPath {

  private static final Pattern KEY_ID = Pattern.compile("[0-9a-fA-F]{40}");

  private static final Pattern LIST = Pattern.compile("/([a-z]+)(?:-(0|[1-9][0-9]{0,3}))?[.]crl");

  private AuthorityPath() {}

  /** {@code /sign.crl} with the ending {@code .crl} is the authority for 署名用. */
  static Optional<CertificateType> type(String path, String ending) {
    return Arrays.stream(CertificateType.values())
        .filter(type -> ("/" + type.path() + ending).equals(path))
        .findFirst();
  }

  /** {@code /sign-3.crl} is partition 3 of the lists for 署名用. */
  static Optional<ListScope> list(String path) {
    Matcher matcher = LIST.matcher(path == null ? "" : path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<Integer> partition = Optional.ofNullable(matcher.group(2)).map(Integer::valueOf);
    return type("/" + matcher.group(1), "").map(type -> new ListScope(type, partition));
  }

  static boolean isKeyId(String text) {
    return KEY_ID.matcher(text).matches();
  }
}
