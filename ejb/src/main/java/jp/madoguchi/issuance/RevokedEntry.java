package jp.madoguchi.issuance;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** One line of a revocation list. */
public record RevokedEntry(BigInteger serial, Instant revokedAt, RevocationReason reason) {

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int UTC_TIME = 0x17;
  private static final int LONGEST = 64;

  /** RFC 5280 5.1.2.6: UTCTime through 2049, and no certificate of today lives longer. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Instant END_OF_UTC_TIME = Instant.parse("2050-01-01T00:00:00Z");

  /** In DER, written without a tree of objects: a list may have a million of them. */
  byte[] der() {
    if (!revokedAt.isBefore(END_OF_UTC_TIME)) {
      throw new IllegalArgumentException("no UTCTime: " + revokedAt);
    }
    byte[] number = serial.toByteArray();
    String time = TIME.format(revokedAt);
    byte[] why = extension();
    byte[] der = new byte[LONGEST];
    int end = 2;
    der[end++] = INTEGER;
    der[end++] = (byte) number.length;
    System.arraycopy(number, 0, der, end, number.length);
    end += number.length;
    der[end++] = UTC_TIME;
    der[end++] = (byte) time.length();
    for (int i = 0; i < time.length(); i++) {
      der[end++] = (byte) time.charAt(i);
    }
    System.arraycopy(why, 0, der, end, why.length);
    end += why.length;
    der[0] = SEQUENCE;
    der[1] = (byte) (end - 2);
    return Arrays.copyOf(der, end);
  }

  /** Extensions with a reasonCode, OID 2.5.29.21; unspecified is left out (RFC 5280 5.3.1). */
  private byte[] extension() {
    return reason == RevocationReason.UNSPECIFIED
        ? new byte[0]
        : new byte[] {
          0x30, 12, 0x30, 10, 6, 3, 0x55, 0x1D, 0x15, 4, 3, 0x0A, 1, (byte) reason.code()
        };
  }
}
