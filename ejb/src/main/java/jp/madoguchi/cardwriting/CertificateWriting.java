package jp.madoguchi.cardwriting;

import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateType;

/**
 * One certificate of a case in the journal of card writing, as it was when it was read.
 *
 * @param certificateLength in bytes; 0 before the certificate is issued
 * @param bytesWritten how much of it the card is known to have
 * @param since when the state was reached
 */
public record CertificateWriting(
    String receptionNumber,
    CertificateType type,
    String cardSerial,
    TransactionId transaction,
    WritingState state,
    Optional<CertificateSerialNumber> serial,
    int certificateLength,
    int bytesWritten,
    Instant since,
    Optional<Instant> publishedAt) {

  /** Whether something is still to be done for it, on the card or in the case. */
  public boolean isOpen() {
    return !state.isOver() || (state == WritingState.ACTIVE && publishedAt.isEmpty());
  }
}
