package jp.madoguchi.cardwriting;

import java.util.Arrays;

/**
 * What is derived for one session from a card's keys and both challenges (GlobalPlatform Amendment
 * D, 6.2.1 and 4.1.5: NIST SP 800-108 in counter mode over CMAC).
 */
final class SessionKeys implements AutoCloseable {

  private static final int CARD_CRYPTOGRAM = 0x00;
  private static final int HOST_CRYPTOGRAM = 0x01;
  private static final int ENCRYPTION = 0x04;
  private static final int COMMAND_MAC = 0x06;
  private static final int ANSWER_MAC = 0x07;

  private final byte[] encryption;
  private final byte[] commandMac;
  private final byte[] answerMac;
  private final byte[] context;

  SessionKeys(CardKeys keys, byte[] hostChallenge, byte[] cardChallenge) {
    context = Arrays.copyOf(hostChallenge, hostChallenge.length + cardChallenge.length);
    System.arraycopy(cardChallenge, 0, context, hostChallenge.length, cardChallenge.length);
    encryption = derive(keys.encryption(), ENCRYPTION, 128);
    commandMac = derive(keys.authentication(), COMMAND_MAC, 128);
    answerMac = derive(keys.authentication(), ANSWER_MAC, 128);
  }

  byte[] cardCryptogram() {
    return derive(commandMac, CARD_CRYPTOGRAM, 64);
  }

  byte[] hostCryptogram() {
    return derive(commandMac, HOST_CRYPTOGRAM, 64);
  }

  byte[] encryption() {
    return encryption;
  }

  byte[] commandMac() {
    return commandMac;
  }

  byte[] answerMac() {
    return answerMac;
  }

  private byte[] derive(byte[] key, int constant, int bits) {
    byte[] prefix = new byte[16];
    prefix[11] = (byte) constant;
    prefix[13] = (byte) (bits >> 8);
    prefix[14] = (byte) bits;
    prefix[15] = 1;
    return Arrays.copyOf(Aes.cmac(key, prefix, context), bits / 8);
  }

  @Override
  public void close() {
    Arrays.fill(encryption, (byte) 0);
    Arrays.fill(commandMac, (byte) 0);
    Arrays.fill(answerMac, (byte) 0);
  }
}
