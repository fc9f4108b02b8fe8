package jp.madoguchi.expiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.letter.Addressee;
import jp.madoguchi.letter.ExpiryNotice;
import jp.madoguchi.letter.ExpiryNotices;
import jp.madoguchi.reception.Applications;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;

/** Chooses who gets a notice, on what is known now, and again before it is posted. */
@ApplicationScoped
public class NoticeChoices {

  private final ResidentRegister register;
  private final Certificates certificates;
  private final Applications applications;
  private final ExpiryNotices notices;
  private final OfficeClock clock;

  protected NoticeChoices() {
    this(null, null, null, null, null);
  }

  @Inject
  public NoticeChoices(
      ResidentRegister register,
      Certificates certificates,
      Applications applications,
      ExpiryNotices notices,
      OfficeClock clock) {
    this.register = register;
    this.certificates = certificates;
    this.applications = applications;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * @param until the last day of the certificates to be spoken of
   */
  public NoticeChoice of(long residentId, LocalDate until) {
    List<CertificateStatus> own = certificates.ofResident(residentId);
    return NoticeChoice.of(
        register.find(residentId).orElseThrow(),
        own,
        notices.spokenOf(own.stream().map(CertificateStatus::serial).toList()),
        applications.openOf(residentId).isPresent(),
        clock.instant(),
        until);
  }

  /** Why a printed notice is not to be sent as things are now; null where it is. */
  public NoticeChoice.Why against(ExpiryNotice notice) {
    ResidentRecord holder = register.find(notice.residentId()).orElseThrow();
    NoticeChoice now =
        NoticeChoice.of(
            holder,
            certificates.ofResident(holder.id()),
            List.of(),
            applications.openOf(holder.id()).isPresent(),
            clock.instant(),
            notice.lastDay());
    if (now instanceof NoticeChoice.NotDue none) {
      return none.why();
    }
    return notice.isAddressedTo(addressee(holder)) ? null : NoticeChoice.Why.READDRESSED;
  }

  static Addressee addressee(ResidentRecord holder) {
    return new Addressee(holder.postalCode(), holder.address(), holder.name());
  }
}
