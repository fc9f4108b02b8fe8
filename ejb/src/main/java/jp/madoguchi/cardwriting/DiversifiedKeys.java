package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.madoguchi.resident.IssuingKeySource;

/**
 * Each card's keys, derived from the master key: AES-CMAC over the purpose and the card's serial
 * number in 15 bytes.
 */
@ApplicationScoped
public class DiversifiedKeys implements IssuingKeySource {

  private static final byte ENCRYPTION = 0x01;
  private static final byte AUTHENTICATION = 0x02;
  private static final int SERIAL = 15;

  private final MasterKey master;

  protected DiversifiedKeys() {
    this(null);
  }

  @Inject
  public DiversifiedKeys(MasterKey master) {
    this.master = master;
  }

  @Override
  public byte[] encryptionKey(String cardSerial) {
    return derive(ENCRYPTION, cardSerial);
  }

  @Override
  public byte[] authenticationKey(String cardSerial) {
    return derive(AUTHENTICATION, cardSerial);
  }

  private byte[] derive(byte purpose, String cardSerial) {
    byte[] serial = cardSerial.getBytes(StandardCharsets.US_ASCII);
    if (serial.length > SERIAL) {
      throw new IllegalArgumentException("A card's serial number has 15 characters");
    }
    byte[] key = master.bytes();
    try {
      return Aes.cmac(key, new byte[] {purpose}, Arrays.copyOf(serial, SERIAL));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}
