package jp.madoguchi.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import jp.madoguchi.agent.card.KeySource;

/**
 * Many different key pairs from few primes that everybody can read: quick to make and good enough
 * to test with, of no use for anything else.
 */
public final class KeysFromPrimes implements KeySource {

  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
  private static final KeysFromPrimes SHARED = new KeysFromPrimes();

  private final Iterator<BigInteger> kept = kept().iterator();
  private final List<BigInteger> primes = new ArrayList<>();
  private int first;
  private int second;

  private KeysFromPrimes() {}

  /** One source for the whole test run, so that no key is handed out twice. */
  public static KeysFromPrimes shared() {
    return SHARED;
  }

  @Override
  public synchronized KeyPair next() {
    if (++second >= primes.size() || second == first) {
      primes.add(kept.hasNext() ? kept.next() : prime());
      first = primes.size() - 1;
      second = 0;
    }
    return first == 0 ? next() : pair(primes.get(first), primes.get(second));
  }

  /** Enough for two thousand keys, made once in the way of {@link #prime()}. */
  private static List<BigInteger> kept() {
    try (InputStream in = KeysFromPrimes.class.getResourceAsStream("primes-for-tests.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(line -> new BigInteger(line, 16))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BigInteger prime() {
    SecureRandom random = new SecureRandom();
    while (true) {
      // both upper bits set, so that every product has 2048 bits
      BigInteger candidate =
          BigInteger.probablePrime(1024, random).setBit(1022).nextProbablePrime();
      boolean fits = candidate.subtract(BigInteger.ONE).gcd(EXPONENT).equals(BigInteger.ONE);
      if (fits && candidate.bitLength() == 1024) {
        return candidate;
      }
    }
  }

  private static KeyPair pair(BigInteger p, BigInteger q) {
    try {
      BigInteger n = p.multiply(q);
      BigInteger p1 = p.subtract(BigInteger.ONE);
      BigInteger q1 = q.subtract(BigInteger.ONE);
      BigInteger d = EXPONENT.modInverse(p1.multiply(q1));
      KeyFactory factory = KeyFactory.getInstance("RSA");
      return new KeyPair(
          factory.generatePublic(new RSAPublicKeySpec(n, EXPONENT)),
          factory.generatePrivate(
              new RSAPrivateCrtKeySpec(
                  n, EXPONENT, d, p, q, d.mod(p1), d.mod(q1), q.modInverse(p))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
