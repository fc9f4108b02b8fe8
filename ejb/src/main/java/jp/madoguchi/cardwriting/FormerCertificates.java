package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.Certificates;

/**
 * Whether a card that is being written still has a certificate of before that can be relied on: one
 * that this counter wrote onto this very card, valid now. What others wrote onto it is not known
 * here and not told.
 */
@ApplicationScoped
public class FormerCertificates {

  private final WritingJournal journal;
  private final Certificates certificates;
  private final OfficeClock clock;

  protected FormerCertificates() {
    this(null, null, null);
  }

  @Inject
  public FormerCertificates(WritingJournal journal, Certificates certificates, OfficeClock clock) {
    this.journal = journal;
    this.certificates = certificates;
    this.clock = clock;
  }

  boolean stillWork(CertificateWriting writing) {
    Instant now = clock.instant();
    return certificates.ofResident(journal.residentOf(writing.receptionNumber())).stream()
        .filter(former -> former.type() == writing.type() && former.validAt(now))
        .filter(former -> !former.receptionNumber().equals(writing.receptionNumber()))
        .anyMatch(former -> wasWrittenOnto(writing.cardSerial(), former));
  }

  private boolean wasWrittenOnto(String cardSerial, CertificateStatus former) {
    return journal.ofCase(former.receptionNumber()).stream()
        .anyMatch(
            earlier ->
                earlier.cardSerial().equals(cardSerial)
                    && earlier.serial().filter(former.serial()::equals).isPresent());
  }
}
