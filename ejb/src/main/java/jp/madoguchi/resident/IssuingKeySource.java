package jp.madoguchi.resident;

/** Where the keys come from that a card shares with the office's issuing system. */
public interface IssuingKeySource {

  /** 16 bytes, for the channel's encryption; the caller wipes them after use. */
  byte[] encryptionKey(String cardSerial);

  /** 16 bytes, for the channel's authentication; the caller wipes them after use. */
  byte[] authenticationKey(String cardSerial);
}
