package jp.madoguchi.issuance;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The serial number of a certificate: positive, at most 20 octets (RFC 5280 4.1.2.2).
 *
 * <p>Ours are 16 octets, of which 126 bits come from a secure random source; the two uppermost bits
 * are 01, so that every serial is positive and equally long.
 */
public record CertificateSerialNumber(BigInteger value) {

  private static final int OCTETS = 16;
  private static final int MAXIMUM_BITS = 159;
  private static final SecureRandom RANDOM = new SecureRandom();

  public CertificateSerialNumber {
    Objects.requireNonNull(value, "value");
    if (value.signum() <= 0 || value.bitLength() > MAXIMUM_BITS) {
      throw new IllegalArgumentException("not a serial number: " + value);
    }
  }

  static CertificateSerialNumber random() {
    byte[] octets = new byte[OCTETS];
    RANDOM.nextBytes(octets);
    octets[0] = (byte) (octets[0] & 0x3F | 0x40);
    return new CertificateSerialNumber(new BigInteger(1, octets));
  }

  /** Reads upper or lower case hexadecimal, with or without colons between the octets. */
  public static Optional<CertificateSerialNumber> parse(String hex) {
    String digits = hex.replace(":", "");
    if (!digits.matches("[0-9A-Fa-f]{1,40}")) {
      return Optional.empty();
    }
    return of(new BigInteger(digits, 16));
  }

  /** Empty where the number cannot be a serial number. */
  static Optional<CertificateSerialNumber> of(BigInteger value) {
    return value.signum() > 0 && value.bitLength() <= MAXIMUM_BITS
        ? Optional.of(new CertificateSerialNumber(value))
        : Optional.empty();
  }

  /** Upper case hexadecimal with an even number of digits, as openssl prints it. */
  public String hex() {
    String digits = value.toString(16).toUpperCase(Locale.ROOT);
    return digits.length() % 2 == 0 ? digits : "0" + digits;
  }

  @Override
  public String toString() {
    return hex();
  }
}
