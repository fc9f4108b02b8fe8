package jp.madoguchi.web.issuance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.madoguchi.issuance.CertificateType;

/**
 * A status request in an address (RFC 6960 A.1): {@code /ocsp/sign/<base64, percent-encoded>}.
 *
 * <p>It is read from the raw address, since base64 has slashes and plus signs of its own, which
 * some clients encode and others do not.
 *
 * @param request the request in DER; empty bytes where it is no base64, so that it is answered as
 *     malformed
 */
record OcspPath(CertificateType type, byte[] request) {

  private static final String BASE = "/ocsp/";

  /** RFC 5019 5 asks for addresses below 255 characters; larger ones still are answered. */
  private static final int LONGEST = 8192;

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\r\\n]*={0,2}[\\r\\n]*");

  /** Empty where the address names no authority. */
  static Optional<OcspPath> parse(String rawAddress) {
    return Arrays.stream(CertificateType.values())
        .filter(type -> rawAddress.startsWith(BASE + type.path() + "/"))
        .findFirst()
        .map(type -> new OcspPath(type, request(rawAddress, type)));
  }

  private static byte[] request(String rawAddress, CertificateType type) {
    String encoded = rawAddress.substring((BASE + type.path() + "/").length());
    if (encoded.length() > LONGEST) {
      return new byte[0];
    }
    try {
      return Base64.getMimeDecoder().decode(base64(percentDecoded(encoded)));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** A client may have joined address and request with a slash too many; base64 needs none. */
  private static byte[] base64(String text) {
    String base64 = text.startsWith("/") ? text.substring(1) : text;
    if (!BASE64.matcher(base64).matches()) {
      throw new IllegalArgumentException("not base64");
    }
    return base64.getBytes(StandardCharsets.US_ASCII);
  }

  /** Unlike a form's, an address's plus sign stands for itself. */
  private static String percentDecoded(String text) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '%') {
        decoded.write(Integer.parseInt(text, i + 1, Math.min(i + 3, text.length()), 16));
        i += 2;
      } else {
        decoded.write(sign);
      }
    }
    return decoded.toString(StandardCharsets.US_ASCII);
  }
}
