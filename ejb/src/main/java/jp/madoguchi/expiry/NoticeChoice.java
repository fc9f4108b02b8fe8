package jp.madoguchi.expiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.resident.ResidentRecord;

/** Who gets a notice, and of which certificates it speaks. */
public sealed interface NoticeChoice {

  /** A notice of these certificates, the one that ends first at the head. */
  record Due(ResidentRecord holder, List<CertificateStatus> ending) implements NoticeChoice {

    public Due {
      ending = List.copyOf(ending);
    }

    @Override
    public long residentId() {
      return holder.id();
    }

    /** The last day of the one that ends first. */
    LocalDate lastDay() {
      return lastDayOf(ending.get(0));
    }
  }

  /** No notice. */
  record NotDue(long residentId, Why why) implements NoticeChoice {}

  /** Why somebody whose certificate ends gets no notice, or why one is not sent. */
  enum Why {
    DECEASED,
    MOVED_AWAY,
    /** An application is open: the holder knows. */
    APPLIED,
    /** Revoked, on hold, followed by a newer one, or spoken of already. */
    NOTHING_ENDS,
    /** Printed, and the register has another name or address since. */
    READDRESSED
  }

  /** The number of the holder that was seen to. */
  long residentId();

  /**
   * Chooses for one holder.
   *
   * @param certificates all of the holder
   * @param spokenOf those that a notice speaks of already
   * @param applied whether the holder has an open application
   * @param until the last day of those to be spoken of
   */
  static NoticeChoice of(
      ResidentRecord holder,
      Collection<CertificateStatus> certificates,
      Collection<CertificateSerialNumber> spokenOf,
      boolean applied,
      Instant now,
      LocalDate until) {
    List<CertificateStatus> ending =
        certificates.stream()
            .filter(one -> one.validAt(now))
            .filter(one -> !lastDayOf(one).isAfter(until))
            .filter(one -> !spokenOf.contains(one.serial()))
            .filter(one -> !followed(one, certificates, now))
            .sorted(
                Comparator.comparing(CertificateStatus::notAfter)
                    .thenComparing(CertificateStatus::type))
            .toList();
    return switch (holder.status()) {
      case DECEASED -> new NotDue(holder.id(), Why.DECEASED);
      case MOVED_AWAY -> new NotDue(holder.id(), Why.MOVED_AWAY);
      case RESIDENT ->
          applied
              ? new NotDue(holder.id(), Why.APPLIED)
              : ending.isEmpty()
                  ? new NotDue(holder.id(), Why.NOTHING_ENDS)
                  : new Due(holder, ending);
    };
  }

  private static boolean followed(
      CertificateStatus one, Collection<CertificateStatus> others, Instant now) {
    return others.stream()
        .filter(other -> other.type() == one.type() && other.validAt(now))
        .anyMatch(other -> other.notAfter().isAfter(one.notAfter()));
  }

  static LocalDate lastDayOf(CertificateStatus one) {
    return one.notAfter().atZone(OfficeClock.ZONE).toLocalDate();
  }
}
