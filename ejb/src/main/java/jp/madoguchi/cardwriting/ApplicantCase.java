package jp.madoguchi.cardwriting;

import java.util.List;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateType;

/** The case as the applicant's screen needs it; told by whoever knows the process. */
public interface ApplicantCase {

  /** The certificates that are applied for, in the order in which they are written. */
  List<CertificateType> types(String receptionNumber);

  /** The card that is written, by its serial; empty where the case has none. */
  Optional<String> card(String receptionNumber);

  /** Whether the case waits for the PINs now. */
  boolean waitsForPins(String receptionNumber);

  /** Whether the holder wrote the PINs into a sealed reply form, which a clerk opens and types. */
  boolean pinsComeByReply(String receptionNumber);

  /** All PINs are there: the case goes on. Called in a transaction. */
  void pinsEntered(String receptionNumber);
}
