package jp.madoguchi.issuance;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Refuses a public key that is of the wrong kind or known to be weak, before it is certified. */
final class KeyCheck {

  private static final int BITS = 2048;
  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

  /** CA/Browser Forum Baseline Requirements 6.1.6: no factor smaller than 752. */
  private static final BigInteger SMALL_FACTORS = product(primes(3, 751));

  private static final List<Integer> ROCA_PRIMES = primes(3, 167);
  private static final BigInteger ROCA_PRODUCT = product(ROCA_PRIMES);
  private static final List<BitSet> ROCA_POWERS =
      ROCA_PRIMES.stream().map(KeyCheck::powersOfTheExponent).toList();

  /** What is wrong with a key; the word is part of the problem shown. */
  enum Weakness {
    NOT_RSA_2048,
    EXPONENT_NOT_65537,
    SMALL_FACTOR,
    /** CVE-2017-15361: made by a library whose primes can be found. */
    ROCA
  }

  private KeyCheck() {}

  static Optional<Weakness> weaknessOf(RSAPublicKey key) {
    BigInteger modulus = key.getModulus();
    if (modulus.signum() <= 0 || modulus.bitLength() != BITS) {
      return Optional.of(Weakness.NOT_RSA_2048);
    }
    if (!EXPONENT.equals(key.getPublicExponent())) {
      return Optional.of(Weakness.EXPONENT_NOT_65537);
    }
    if (!modulus.testBit(0)
        || !SMALL_FACTORS.gcd(modulus.mod(SMALL_FACTORS)).equals(BigInteger.ONE)) {
      return Optional.of(Weakness.SMALL_FACTOR);
    }
    return hasRocaFingerprint(modulus) ? Optional.of(Weakness.ROCA) : Optional.empty();
  }

  /**
   * Nemec, Sys, Svenda, Klinec, Matyas, "The Return of Coppersmith's Attack", 2017, section 2.3:
   * modulo each small prime such a modulus is a power of 65537, which chance does not do.
   */
  private static boolean hasRocaFingerprint(BigInteger modulus) {
    BigInteger rest = modulus.mod(ROCA_PRODUCT);
    return IntStream.range(0, ROCA_PRIMES.size())
        .allMatch(
            i ->
                ROCA_POWERS
                    .get(i)
                    .get(rest.mod(BigInteger.valueOf(ROCA_PRIMES.get(i))).intValue()));
  }

  private static BitSet powersOfTheExponent(int prime) {
    BitSet powers = new BitSet(prime);
    for (long power = 1; !powers.get((int) power); power = power * 65537 % prime) {
      powers.set((int) power);
    }
    return powers;
  }

  private static List<Integer> primes(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .filter(n -> BigInteger.valueOf(n).isProbablePrime(50))
        .boxed()
        .toList();
  }

  private static BigInteger product(List<Integer> primes) {
    return primes.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
