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
  private static final List<Integer> SMALL_PRIMES = primes(3, 751);

  private static final BigInteger SMALL_PRODUCT = product(SMALL_PRIMES);

  /** Three and three, so that a product of them fits an int: a division by one is quick. */
  private static final List<List<Integer>> SMALL_GROUPS = inThrees(SMALL_PRIMES);

  private static final List<BigInteger> GROUP_PRODUCTS =
      SMALL_GROUPS.stream().map(KeyCheck::product).toList();

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
    if (!modulus.testBit(0) || hasSmallFactor(modulus)) {
      return Optional.of(Weakness.SMALL_FACTOR);
    }
    return hasRocaFingerprint(modulus) ? Optional.of(Weakness.ROCA) : Optional.empty();
  }

  private static boolean hasSmallFactor(BigInteger modulus) {
    BigInteger rest = modulus.mod(SMALL_PRODUCT);
    for (int i = 0; i < SMALL_GROUPS.size(); i++) {
      int inGroup = rest.mod(GROUP_PRODUCTS.get(i)).intValue();
      for (int prime : SMALL_GROUPS.get(i)) {
        if (inGroup % prime == 0) {
          return true;
        }
      }
    }
    return false;
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

  private static List<List<Integer>> inThrees(List<Integer> primes) {
    return IntStream.iterate(0, from -> from < primes.size(), from -> from + 3)
        .mapToObj(from -> List.copyOf(primes.subList(from, Math.min(from + 3, primes.size()))))
        .toList();
  }

  private static BigInteger product(List<Integer> primes) {
    return primes.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
