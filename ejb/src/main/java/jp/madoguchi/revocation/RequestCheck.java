package jp.madoguchi.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.problem.Problem;

/** Whether there is something to revoke; each answer tells what is to be done instead. */
@ApplicationScoped
public class RequestCheck {

  private final Certificates certificates;
  private final OfficeHolds holds;
  private final OfficeClock clock;

  protected RequestCheck() {
    this(null, null, null);
  }

  @Inject
  public RequestCheck(Certificates certificates, OfficeHolds holds, OfficeClock clock) {
    this.certificates = certificates;
    this.holds = holds;
    this.clock = clock;
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code certificate-of-another}, {@code
   *     revocation-already}, {@code revocation-expired}, {@code revocation-held}, {@code
   *     revocation-being-written}
   */
  void requireLive(long residentId, List<CertificateSerialNumber> asked) {
    asked.forEach(serial -> requireLive(residentId, serial));
    requireNothingWritten(residentId);
  }

  private void requireLive(long residentId, CertificateSerialNumber serial) {
    CertificateStatus found =
        certificates
            .find(serial)
            .filter(one -> one.residentId() == residentId)
            .orElseThrow(() -> Problem.refused("certificate-of-another", serial).asException());
    if (found.state() == CertificateState.REVOKED) {
      throw Problem.conflict("revocation-already", serial, day(found.revokedAt())).asException();
    }
    if (clock.instant().isAfter(found.notAfter())) {
      throw Problem.conflict("revocation-expired", serial, day(found.notAfter())).asException();
    }
    holds
        .holding(found)
        .ifPresent(
            loss -> {
              throw Problem.conflict("revocation-held", serial, loss.key()).asException();
            });
  }

  /** What is on its way to the card would be live after the holder asked for an end. */
  private void requireNothingWritten(long residentId) {
    certificates.unrevokedOf(Set.of(residentId)).stream()
        .filter(
            one ->
                one.state() == CertificateState.PLANNED || one.state() == CertificateState.ISSUED)
        .findFirst()
        .ifPresent(
            one -> {
              throw Problem.conflict("revocation-being-written", one.receptionNumber())
                  .asException();
            });
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(OfficeClock.ZONE).toLocalDate();
  }
}
