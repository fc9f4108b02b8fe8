package jp.madoguchi.cardwriting;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** AES-128 as the secure channel uses it: CMAC (NIST SP 800-38B), CBC, and single blocks. */
final class Aes {

  static final int BLOCK = 16;

  private Aes() {}

  static byte[] cmac(byte[] key, byte[]... parts) {
    CMac mac = new CMac(AESEngine.newInstance());
    mac.init(new KeyParameter(key));
    for (byte[] part : parts) {
      mac.update(part, 0, part.length);
    }
    byte[] result = new byte[BLOCK];
    mac.doFinal(result, 0);
    return result;
  }

  static byte[] encryptBlock(byte[] key, byte[] block) {
    return run(AESEngine.newInstance(), true, new KeyParameter(key), block);
  }

  static byte[] encrypt(byte[] key, byte[] start, byte[] data) {
    return chained(true, key, start, data);
  }

  static byte[] decrypt(byte[] key, byte[] start, byte[] data) {
    return chained(false, key, start, data);
  }

  private static byte[] chained(boolean encrypting, byte[] key, byte[] start, byte[] data) {
    return run(
        CBCBlockCipher.newInstance(AESEngine.newInstance()),
        encrypting,
        new ParametersWithIV(new KeyParameter(key), start),
        data);
  }

  /**
   * Whole blocks only. Not by {@code Cipher}: to find its provider takes longer than the few blocks
   * of a command.
   */
  private static byte[] run(
      BlockCipher cipher, boolean encrypting, CipherParameters parameters, byte[] data) {
    cipher.init(encrypting, parameters);
    byte[] result = new byte[data.length];
    for (int block = 0; block < data.length; block += BLOCK) {
      cipher.processBlock(data, block, result, block);
    }
    return result;
  }
}
