package jp.madoguchi.cardwriting;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

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
    return run("AES/ECB/NoPadding", Cipher.ENCRYPT_MODE, key, null, block);
  }

  static byte[] encrypt(byte[] key, byte[] start, byte[] data) {
    return run("AES/CBC/NoPadding", Cipher.ENCRYPT_MODE, key, start, data);
  }

  static byte[] decrypt(byte[] key, byte[] start, byte[] data) {
    return run("AES/CBC/NoPadding", Cipher.DECRYPT_MODE, key, start, data);
  }

  private static byte[] run(String mode, int direction, byte[] key, byte[] start, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance(mode);
      SecretKeySpec spec = new SecretKeySpec(key, "AES");
      if (start == null) {
        cipher.init(direction, spec);
      } else {
        cipher.init(direction, spec, new IvParameterSpec(start));
      }
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is a part of every Java platform", e);
    }
  }
}
