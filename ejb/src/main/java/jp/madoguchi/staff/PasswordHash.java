package jp.madoguchi.staff;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: PBKDF2 with HMAC-SHA-256, its parameters beside it, so that they can be
 * raised while older hashes still work.
 */
public record PasswordHash(int iterations, byte[] salt, byte[] hash) {

  /** What a new hash costs. */
  public static final int ITERATIONS = 600_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern FORMAT =
      Pattern.compile("pbkdf2-sha256\\$([1-9][0-9]{0,8})\\$([^$]+)\\$([^$]+)");

  public static PasswordHash of(char[] password) {
    return of(password, ITERATIONS);
  }

  static PasswordHash of(char[] password, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new PasswordHash(iterations, salt, derive(password, salt, iterations));
  }

  /** Reads {@link #text()} back. */
  public static PasswordHash parse(String text) {
    Matcher parts = FORMAT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a password hash");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    return new PasswordHash(
        Integer.parseInt(parts.group(1)),
        base64.decode(parts.group(2)),
        base64.decode(parts.group(3)));
  }

  public boolean matches(char[] password) {
    return MessageDigest.isEqual(hash, derive(password, salt, iterations));
  }

  /** Whether it was made when hashes were cheaper. */
  public boolean outdated() {
    return iterations < ITERATIONS;
  }

  public String text() {
    Base64.Encoder base64 = Base64.getEncoder();
    return "pbkdf2-sha256$%d$%s$%s"
        .formatted(iterations, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /** The parameters only: a hash has no place in a log. */
  @Override
  public String toString() {
    return "pbkdf2-sha256$" + iterations;
  }

  private static byte[] derive(char[] password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
    }
  }
}
