package jp.madoguchi.letter;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateSerialNumber;

/** The ledger of expiry notices. */
public interface ExpiryNotices {

  /**
   * Adds a notice with the certificates that it speaks of.
   *
   * @throws RuntimeException where one of them was spoken of before; nothing is kept then
   */
  void add(ExpiryNotice notice, Collection<CertificateSerialNumber> certificates);

  /** Its certificates may be spoken of again. */
  void release(LetterCode code);

  /** Those among the certificates that a notice speaks of. */
  List<CertificateSerialNumber> spokenOf(Collection<CertificateSerialNumber> certificates);

  Optional<ExpiryNotice> find(LetterCode code);

  /** Holds the notice's row until the transaction ends. */
  Optional<ExpiryNotice> lock(LetterCode code);

  /** In the order in which they lie in the bundle. */
  List<ExpiryNotice> ofBundle(long bundle);

  /** As {@link #ofBundle}, and nobody else can change them before this transaction ends. */
  List<ExpiryNotice> lockBundle(long bundle);

  /** How many are printed and not posted yet. */
  long countToPost();
}
