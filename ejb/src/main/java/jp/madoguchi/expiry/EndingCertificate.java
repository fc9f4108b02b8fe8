package jp.madoguchi.expiry;

import java.time.Instant;
import java.time.LocalDate;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.letter.LetterState;

/**
 * A certificate that ends soon.
 *
 * @param suspended whether it is on hold
 * @param notice the code of the notice that speaks of it; null where none does
 * @param noticeState how that notice stands; null where there is none
 * @param openCase the reception number of its holder's open application; null where there is none
 */
public record EndingCertificate(
    CertificateSerialNumber serial,
    CertificateType type,
    boolean suspended,
    long residentId,
    Instant notAfter,
    String notice,
    LetterState noticeState,
    String openCase) {

  public LocalDate lastDay() {
    return notAfter.atZone(OfficeClock.ZONE).toLocalDate();
  }
}
