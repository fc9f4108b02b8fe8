package jp.madoguchi.resident;

/**
 * The keys with which a card is personalised, 16 bytes each. Whoever talks to cards has them; the
 * register needs them only to make virtual cards in the training stage.
 */
public interface IssuingKeySource {

  byte[] encryptionKey(String cardSerial);

  byte[] authenticationKey(String cardSerial);
}
