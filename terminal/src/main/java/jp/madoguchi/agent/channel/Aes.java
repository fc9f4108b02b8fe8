package jp.madoguchi.agent.channel;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** The AES forms that SCP03 needs. */
final class Aes {

  static final int BLOCK = 16;

  private Aes() {}

  /** AES-CMAC (NIST SP 800-38B) over the parts one after another. */
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
    return cbc(true, key, new byte[BLOCK], block);
  }

  static byte[] encrypt(byte[] key, byte[] iv, byte[] padded) {
    return cbc(true, key, iv, padded);
  }

  static byte[] decrypt(byte[] key, byte[] iv, byte[] blocks) {
    return cbc(false, key, iv, blocks);
  }

  /** Appends 80 and then 00 up to a full block (ISO/IEC 9797-1, method 2). */
  static byte[] pad(byte[] data) {
    byte[] padded = Arrays.copyOf(data, (data.length / BLOCK + 1) * BLOCK);
    padded[data.length] = (byte) 0x80;
    return padded;
  }

  /** Takes the padding off; null when there is none. */
  static byte[] unpad(byte[] padded) {
    int end = padded.length - 1;
    while (end >= 0 && padded[end] == 0) {
      end--;
    }
    return end < 0 || padded[end] != (byte) 0x80 ? null : Arrays.copyOf(padded, end);
  }

  private static byte[] cbc(boolean encrypting, byte[] key, byte[] iv, byte[] input) {
    CBCModeCipher cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(encrypting, new ParametersWithIV(new KeyParameter(key), iv));
    byte[] output = new byte[input.length];
    for (int at = 0; at < input.length; at += BLOCK) {
      cipher.processBlock(input, at, output, at);
    }
    return output;
  }
}
