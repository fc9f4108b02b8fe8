package jp.madoguchi.agent.channel;

import java.io.ByteArrayOutputStream;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.KDFCounterBytesGenerator;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KDFCounterParameters;

/**
 * SCP03's derivation of keys, cryptograms and challenges: NIST SP 800-108 in counter mode with
 * AES-CMAC (GlobalPlatform Amendment D, 4.1.5).
 */
final class Derivation {

  private static final int LABEL = 12;
  private static final int COUNTER_BITS = 8;

  private Derivation() {}

  /**
   * @param constant says what is derived (table 4-1)
   * @param length the result's length in bytes
   * @param context the parts that make this result differ from others, one after another
   */
  static byte[] derive(byte[] key, int constant, int length, byte[]... context) {
    byte[] beforeCounter = new byte[LABEL + 3];
    beforeCounter[LABEL - 1] = (byte) constant;
    beforeCounter[LABEL + 1] = (byte) (length * 8 >> 8);
    beforeCounter[LABEL + 2] = (byte) (length * 8);
    ByteArrayOutputStream afterCounter = new ByteArrayOutputStream();
    for (byte[] part : context) {
      afterCounter.writeBytes(part);
    }
    KDFCounterBytesGenerator generator =
        new KDFCounterBytesGenerator(new CMac(AESEngine.newInstance()));
    generator.init(
        new KDFCounterParameters(key, beforeCounter, afterCounter.toByteArray(), COUNTER_BITS));
    byte[] result = new byte[length];
    generator.generateBytes(result, 0, length);
    return result;
  }
}
