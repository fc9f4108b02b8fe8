package jp.madoguchi.agent.channel;

/**
 * A card's static SCP03 keys, AES of 128, 192 or 256 bits. The issuing profile writes no keys, so
 * there is no key for encrypting keys.
 */
public record ChannelKeys(byte[] enc, byte[] mac) {

  private static final int CARD_CHALLENGE = 0x02;

  /**
   * The card's challenge of a session when it is pseudo-random (GlobalPlatform Amendment D,
   * 6.2.2.1).
   *
   * @param sequenceCounter three bytes, different for each session
   * @param aid the application that was asked
   */
  public byte[] cardChallenge(byte[] sequenceCounter, byte[] aid) {
    return Derivation.derive(enc, CARD_CHALLENGE, SecureSession.SHORT, sequenceCounter, aid);
  }
}
