package jp.madoguchi.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.stream.IntStream;
import jp.madoguchi.issuance.KeyCheck.Weakness;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCheckTest {

  private static final BigInteger F4 = BigInteger.valueOf(65537);
  private static final SecureRandom RANDOM = new SecureRandom();

  private record Key(BigInteger getModulus, BigInteger getPublicExponent) implements RSAPublicKey {
    @Override
    public BigInteger getModulus() {
      return getModulus;
    }

    @Override
    public BigInteger getPublicExponent() {
      return getPublicExponent;
    }

    @Override
    public String getAlgorithm() {
      return "RSA";
    }

    @Override
    public String getFormat() {
      return null;
    }

    @Override
    public byte[] getEncoded() {
      return null;
    }
  }

  @RepeatedTest(3)
  void anOrdinaryKeyIsTaken() throws Exception {
    assertThat(KeyCheck.weaknessOf(madeWith(F4))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 2047, 2056, 3072})
  void anotherLengthIsRefused(int bits) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
    assertThat(KeyCheck.weaknessOf(new Key(modulus, F4))).contains(Weakness.NOT_RSA_2048);
  }

  @Test
  void anotherExponentIsRefused() throws Exception {
    assertThat(KeyCheck.weaknessOf(madeWith(RSAKeyGenParameterSpec.F0)))
        .contains(Weakness.EXPONENT_NOT_65537);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 17, 743, 751})
  void aSmallFactorIsRefused(int factor) {
    BigInteger small = BigInteger.valueOf(factor);
    BigInteger rest = BigInteger.ONE.shiftLeft(2048).subtract(BigInteger.ONE).divide(small);
    assertThat(KeyCheck.weaknessOf(new Key(rest.multiply(small), F4)))
        .contains(Weakness.SMALL_FACTOR);
  }

  private static RSAPublicKey madeWith(BigInteger exponent) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(new RSAKeyGenParameterSpec(2048, exponent));
    return (RSAPublicKey) generator.generateKeyPair().getPublic();
  }

  /** Primes of the form k·M + (65537^a mod M), as the weak library made them. */
  @Test
  void aKeyOfTheRocaLibraryIsRefused() {
    BigInteger modulus = rocaPrime().multiply(rocaPrime());
    while (modulus.bitLength() != 2048) {
      modulus = rocaPrime().multiply(rocaPrime());
    }
    assertThat(KeyCheck.weaknessOf(new Key(modulus, F4))).contains(Weakness.ROCA);
  }

  /** M is the product of the first 126 primes for keys of 2048 bits. */
  private static BigInteger rocaPrime() {
    BigInteger product =
        IntStream.rangeClosed(2, 701)
            .mapToObj(BigInteger::valueOf)
            .filter(n -> n.isProbablePrime(50))
            .reduce(BigInteger.ONE, BigInteger::multiply);
    BigInteger high = BigInteger.valueOf(3).shiftLeft(1022).divide(product);
    BigInteger power = F4.modPow(new BigInteger(64, RANDOM), product);
    BigInteger candidate;
    do {
      BigInteger k = high.add(new BigInteger(high.bitLength() - 3, RANDOM));
      candidate = k.multiply(product).add(power);
    } while (!candidate.isProbablePrime(50));
    return candidate;
  }
}
