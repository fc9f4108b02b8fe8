package jp.madoguchi.cardwriting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.madoguchi.terminal.CommandApdu;

/** The commands of the open issuing profile, in the clear as they go into the secure channel. */
final class IssuingCommands {

  /** The most bytes that one answer carries through the channel in one piece. */
  private static final int CHUNK = SecureChannel.LARGEST_COMMAND;

  private IssuingCommands() {}

  static CommandApdu readJournal() {
    return CommandApdu.of(0x00CADF01).expecting(256);
  }

  static CommandApdu makeKey(CardSlot slot, TransactionId transaction) {
    byte[] data = new byte[23];
    byte[] head = {(byte) 0xB6, 0x03, (byte) 0x84, 0x01, (byte) slot.keyFile(), (byte) 0x91, 0x10};
    System.arraycopy(head, 0, data, 0, head.length);
    System.arraycopy(transaction.bytes(), 0, data, head.length, 16);
    return CommandApdu.of(0x00478000, data).expecting(256);
  }

  static CommandApdu readKey() {
    return CommandApdu.of(0x00478100).expecting(256);
  }

  /** Proof of possession over 20 random bytes. */
  static CommandApdu prove(byte[] nonce) {
    return CommandApdu.of(0x002A9E9A, nonce).expecting(256);
  }

  /** Writes a certificate to where the selection says, from an offset on. */
  static List<CommandApdu> write(byte[] certificate, int from) {
    List<CommandApdu> commands = new ArrayList<>();
    for (int at = from; at < certificate.length; at += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(certificate, at, Math.min(certificate.length, at + CHUNK));
      commands.add(CommandApdu.of(0x00D60000 | at, chunk));
    }
    return commands;
  }

  /** Reads so many bytes of the selected file. */
  static List<CommandApdu> read(int length) {
    List<CommandApdu> commands = new ArrayList<>();
    for (int at = 0; at < length; at += CHUNK) {
      commands.add(CommandApdu.read(at, Math.min(CHUNK, length - at)));
    }
    return commands;
  }

  /** Whatever it was, with all its tries. */
  static CommandApdu setPin(byte[] pin) {
    return CommandApdu.of(0x002C0280, pin);
  }

  /** After the one of now was verified (CHANGE REFERENCE DATA). */
  static CommandApdu changePin(byte[] pin) {
    return CommandApdu.of(0x00240180, pin);
  }

  static CommandApdu activate(TransactionId transaction, byte[] certificate) {
    byte[] data = Arrays.copyOf(transaction.bytes(), 48);
    System.arraycopy(Sha256.of(certificate), 0, data, 16, 32);
    return CommandApdu.of(0x00440000, data);
  }

  /** Signs with the selected key, after its PIN. */
  static CommandApdu sign(byte[] message) {
    return CommandApdu.of(0x802A0080, Sha256.digestInfo(message)).expecting(256);
  }
}
