package jp.madoguchi.cardwriting;

import java.util.List;
import java.util.Optional;
import jp.madoguchi.terminal.Tlv;
import jp.madoguchi.terminal.UnreadableAnswerException;

/**
 * What the card itself remembers of the writings on it.
 *
 * @param staged the writing whose key waits on the card
 * @param bytesWritten how much of that writing's certificate the card has
 * @param activeHash SHA-256 of the certificate in use
 * @param committed the last writing that took effect
 */
record CardJournal(
    Optional<TransactionId> staged,
    int bytesWritten,
    Optional<byte[]> activeHash,
    Optional<TransactionId> committed) {

  private static final int JOURNAL = 0xDF01;

  /**
   * Reads the answer to {@code 00 CA DF 01 00}.
   *
   * @throws UnreadableAnswerException when it has another form
   */
  static CardJournal parse(byte[] answer) {
    List<Tlv> parts = Tlv.parse(Tlv.require(Tlv.parse(answer), JOURNAL));
    byte[] written = Tlv.find(parts, 0x83).orElse(new byte[0]);
    if (written.length > 2) {
      throw new UnreadableAnswerException("The bytes written are counted in two bytes");
    }
    int bytes = 0;
    for (byte part : written) {
      bytes = bytes << 8 | (part & 0xFF);
    }
    return new CardJournal(
        transaction(parts, 0x82), bytes, sized(parts, 0x84, 32), transaction(parts, 0x85));
  }

  boolean stages(TransactionId transaction) {
    return staged.filter(transaction::equals).isPresent();
  }

  boolean hasCommitted(TransactionId transaction) {
    return committed.filter(transaction::equals).isPresent();
  }

  private static Optional<TransactionId> transaction(List<Tlv> parts, int tag) {
    return sized(parts, tag, 16).map(TransactionId::of);
  }

  private static Optional<byte[]> sized(List<Tlv> parts, int tag, int size) {
    Optional<byte[]> value = Tlv.find(parts, tag).filter(bytes -> bytes.length > 0);
    if (value.isPresent() && value.get().length != size) {
      throw new UnreadableAnswerException("The tag %X has another length".formatted(tag));
    }
    return value;
  }
}
