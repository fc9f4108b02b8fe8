package jp.madoguchi.web.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Name and secret of an {@code Authorization: Basic} header (RFC 7617, UTF-8). */
record BasicCredentials(String name, char[] secret) {

  private static final String SCHEME = "Basic ";
  private static final int LONGEST = 1024;

  static Optional<BasicCredentials> parse(String header) {
    if (header == null
        || header.length() > LONGEST
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded)).toString();
      int colon = text.indexOf(':');
      return colon < 1
          ? Optional.empty()
          : Optional.of(
              new BasicCredentials(
                  text.substring(0, colon), text.substring(colon + 1).toCharArray()));
    } catch (IllegalArgumentException | CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  /** The name only: a secret has no place in a log. */
  @Override
  public String toString() {
    return name;
  }
}
