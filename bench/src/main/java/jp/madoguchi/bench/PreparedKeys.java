package jp.madoguchi.bench;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jp.madoguchi.agent.card.KeySource;

/**
 * Key pairs made before the clock runs, since making them is the card's work. Any two of a few
 * primes make a key, so that tens of thousands are there in half a minute; whoever has two such
 * keys can break both, so they are good for measuring and nothing else.
 */
final class PreparedKeys implements KeySource {

  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
  private static final int PRIME_BITS = BITS / 2;

  private final Queue<KeyPair> keys;
  private final KeySource whenEmpty = KeySource.generating();

  private PreparedKeys(Queue<KeyPair> keys) {
    this.keys = keys;
  }

  static PreparedKeys make(int count) {
    List<BigInteger> made = primes(count);
    Queue<KeyPair> keys = new ConcurrentLinkedQueue<>();
    IntStream.range(1, made.size())
        .parallel()
        .forEach(
            i -> {
              for (int j = 0; j < i && keys.size() < count; j++) {
                keys.add(pair(made.get(i), made.get(j)));
              }
            });
    return new PreparedKeys(keys);
  }

  /** Public keys alone, each made when it is asked for, so that many take no memory. */
  static Supplier<RSAPublicKey> publicKeys(int count) {
    List<BigInteger> made = primes(count);
    AtomicInteger asked = new AtomicInteger();
    return () -> {
      int number = asked.getAndIncrement();
      int i = (int) ((1 + Math.sqrt(1 + 8.0 * number)) / 2);
      return publicKey(made.get(i).multiply(made.get(number - i * (i - 1) / 2)));
    };
  }

  private static List<BigInteger> primes(int count) {
    int primes = 2 + (int) Math.ceil(Math.sqrt(2.0 * count));
    WholeCases.say("making " + count + " keys from " + primes + " primes");
    return IntStream.range(0, primes).parallel().mapToObj(i -> prime()).distinct().toList();
  }

  @Override
  public KeyPair next() {
    KeyPair key = keys.poll();
    return key == null ? whenEmpty.next() : key;
  }

  /** With both upper bits set, so that the product of any two has 2048 bits. */
  private static BigInteger prime() {
    SecureRandom random = new SecureRandom();
    while (true) {
      BigInteger start = new BigInteger(PRIME_BITS, random);
      BigInteger candidate =
          start.setBit(PRIME_BITS - 1).setBit(PRIME_BITS - 2).nextProbablePrime();
      if (candidate.bitLength() == PRIME_BITS
          && candidate.subtract(BigInteger.ONE).gcd(EXPONENT).equals(BigInteger.ONE)) {
        return candidate;
      }
    }
  }

  private static RSAPublicKey publicKey(BigInteger modulus) {
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, EXPONENT));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform makes no RSA keys", e);
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
          publicKey(n),
          factory.generatePrivate(
              new RSAPrivateCrtKeySpec(
                  n, EXPONENT, d, p, q, d.mod(p1), d.mod(q1), q.modInverse(p))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform makes no RSA keys", e);
    }
  }
}
