package jp.madoguchi.cardwriting;

import java.util.Arrays;

/** The two keys that one card shares with the office. Closing it wipes them. */
public final class CardKeys implements AutoCloseable {

  /** The key version under which the cards keep them. */
  public static final int VERSION = 0x30;

  private final byte[] encryption;
  private final byte[] authentication;

  /** Takes the arrays over: they are wiped when this is closed. */
  public CardKeys(byte[] encryption, byte[] authentication) {
    if (encryption.length != 16 || authentication.length != 16) {
      throw new IllegalArgumentException("A card's keys have 16 bytes");
    }
    this.encryption = encryption;
    this.authentication = authentication;
  }

  byte[] encryption() {
    return encryption;
  }

  byte[] authentication() {
    return authentication;
  }

  @Override
  public void close() {
    Arrays.fill(encryption, (byte) 0);
    Arrays.fill(authentication, (byte) 0);
  }

  @Override
  public String toString() {
    return "the keys of a card";
  }
}
