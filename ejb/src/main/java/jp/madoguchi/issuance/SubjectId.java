package jp.madoguchi.issuance;

import java.security.SecureRandom;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The CN of a certificate: time of issue (17 digits), random part (8 letters and digits),
 * municipality code (6 digits), sequence (4 digits). It holds no personal data.
 */
final class SubjectId {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");
  private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRSTUVWX";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final AtomicInteger SEQUENCE = new AtomicInteger();

  private SubjectId() {}

  static String next(ZonedDateTime now, String municipalityCode) {
    StringBuilder id = new StringBuilder(36).append(now.format(TIME));
    byte[] random = new byte[8];
    RANDOM.nextBytes(random);
    for (byte octet : random) {
      id.append(SIGNS.charAt(octet & 31));
    }
    int number = SEQUENCE.getAndUpdate(last -> (last + 1) % 10_000);
    id.append(municipalityCode).append(number / 1000).append(number / 100 % 10);
    return id.append(number / 10 % 10).append(number % 10).toString();
  }
}
