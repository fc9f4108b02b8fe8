package jp.madoguchi.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.stream.IntStream;

/** A public key that nobody can sign for: making a real one would take most of a test's time. */
public final class BareKey {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final BigInteger SMALL_PRIMES =
      IntStream.rangeClosed(3, 751)
          .mapToObj(BigInteger::valueOf)
          .filter(number -> number.isProbablePrime(20))
          .reduce(BigInteger.ONE, BigInteger::multiply);

  private BareKey() {}

  public static RSAPublicKey draw() {
    BigInteger modulus;
    do {
      modulus = new BigInteger(2048, RANDOM).setBit(2047).setBit(0);
    } while (!modulus.gcd(SMALL_PRIMES).equals(BigInteger.ONE));
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65537)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
