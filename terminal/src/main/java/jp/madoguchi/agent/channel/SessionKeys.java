package jp.madoguchi.agent.channel;

import java.nio.ByteBuffer;

/** The keys of one session (GlobalPlatform Amendment D, 6.2.1) and what is computed with them. */
record SessionKeys(byte[] enc, byte[] mac, byte[] rmac) {

  private static final int CARD_CRYPTOGRAM = 0x00;
  private static final int HOST_CRYPTOGRAM = 0x01;
  private static final int ENC = 0x04;
  private static final int MAC = 0x06;
  private static final int RMAC = 0x07;

  static SessionKeys of(ChannelKeys card, byte[] hostChallenge, byte[] cardChallenge) {
    int length = card.enc().length;
    return new SessionKeys(
        Derivation.derive(card.enc(), ENC, length, hostChallenge, cardChallenge),
        Derivation.derive(card.mac(), MAC, length, hostChallenge, cardChallenge),
        Derivation.derive(card.mac(), RMAC, length, hostChallenge, cardChallenge));
  }

  byte[] cardCryptogram(byte[] hostChallenge, byte[] cardChallenge) {
    return Derivation.derive(
        mac, CARD_CRYPTOGRAM, SecureSession.SHORT, hostChallenge, cardChallenge);
  }

  byte[] hostCryptogram(byte[] hostChallenge, byte[] cardChallenge) {
    return Derivation.derive(
        mac, HOST_CRYPTOGRAM, SecureSession.SHORT, hostChallenge, cardChallenge);
  }

  /** The initial vector for a command's data: the command's number, encrypted (6.2.6). */
  byte[] commandIv(int counter) {
    return Aes.encryptBlock(enc, ByteBuffer.allocate(Aes.BLOCK).putInt(12, counter).array());
  }

  /** The same for the answer, told apart by its first byte (6.2.7). */
  byte[] responseIv(int counter) {
    ByteBuffer block = ByteBuffer.allocate(Aes.BLOCK).put(0, (byte) 0x80).putInt(12, counter);
    return Aes.encryptBlock(enc, block.array());
  }
}
