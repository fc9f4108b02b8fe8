package jp.madoguchi.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.eligibility.RenewalWindow;
import jp.madoguchi.expiry.NoticeChoice.Due;
import jp.madoguchi.expiry.NoticeChoice.NotDue;
import jp.madoguchi.expiry.NoticeChoice.Why;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.ChosenSettings;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRecord.Status;
import jp.madoguchi.resident.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R-RENEWAL: who gets an expiry notice, and of which certificates it speaks. */
class NoticeChoiceTest {

  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  private static final LocalDate UNTIL = LocalDate.of(2027, 2, 23);
  private static final CertificateType SIGN = CertificateType.SIGNATURE;
  private static final CertificateType AUTH = CertificateType.USER_AUTHENTICATION;

  @Test
  void oneNoticeSpeaksOfAllThatEndTheOneThatEndsFirstAtTheHead() {
    CertificateStatus auth = valid(1, AUTH, "2027-02-17");
    CertificateStatus sign = valid(2, SIGN, "2027-01-31");
    assertThat(choice(Status.RESIDENT, false, auth, sign))
        .isEqualTo(new Due(holder(Status.RESIDENT), List.of(sign, auth)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, false", // ended yesterday
    "2026-11-24, true",
    "2027-02-23, true", // R-RENEWAL: it can be renewed from today on
    "2027-02-24, false"
  })
  void aNoticeIsDueFromTheFirstDayOfARenewalToTheLastDay(String lastDay, boolean due) {
    assertThat(choice(Status.RESIDENT, false, valid(1, AUTH, lastDay)) instanceof Due)
        .isEqualTo(due);
  }

  static Stream<Arguments> nobody() {
    CertificateStatus ending = valid(1, SIGN, "2027-02-17");
    return Stream.of(
        Arguments.of(Why.DECEASED, Status.DECEASED, false, List.of(ending)),
        Arguments.of(Why.MOVED_AWAY, Status.MOVED_AWAY, false, List.of(ending)),
        Arguments.of(Why.APPLIED, Status.RESIDENT, true, List.of(ending)),
        Arguments.of(
            Why.NOTHING_ENDS,
            Status.RESIDENT,
            false,
            List.of(status(1, SIGN, CertificateState.SUSPENDED, "2027-02-17"))),
        Arguments.of(
            Why.NOTHING_ENDS,
            Status.RESIDENT,
            false,
            List.of(status(1, SIGN, CertificateState.REVOKED, "2027-02-17"))),
        Arguments.of(
            Why.NOTHING_ENDS,
            Status.RESIDENT,
            false,
            List.of(status(1, SIGN, CertificateState.ISSUED, "2027-02-17"))),
        // followed by a newer one
        Arguments.of(
            Why.NOTHING_ENDS,
            Status.RESIDENT,
            false,
            List.of(ending, valid(2, SIGN, "2031-02-17"))),
        Arguments.of(Why.NOTHING_ENDS, Status.RESIDENT, false, List.of()));
  }

  @ParameterizedTest
  @MethodSource("nobody")
  void nobodyIsWrittenToWithoutNeed(
      Why why, Status status, boolean applied, List<CertificateStatus> certificates) {
    assertThat(choice(status, applied, certificates.toArray(CertificateStatus[]::new)))
        .isEqualTo(new NotDue(7, why));
  }

  @Test
  void whatWasSpokenOfIsNotSpokenOfAgain() {
    CertificateStatus sign = valid(1, SIGN, "2027-02-01");
    CertificateStatus auth = valid(2, AUTH, "2027-02-17");
    assertThat(
            NoticeChoice.of(
                holder(Status.RESIDENT),
                List.of(sign, auth),
                Set.of(sign.serial()),
                false,
                NOW,
                UNTIL))
        .isEqualTo(new Due(holder(Status.RESIDENT), List.of(auth)));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-24, 2027-02-23", "2026-11-30, 2027-02-28", "2027-03-01, 2027-05-31"})
  void theWindowIsTheOneOfTheRenewal(LocalDate today, LocalDate last) {
    assertThat(RenewalWindow.lastOpen(today)).isEqualTo(last);
    assertThat(RenewalWindow.on(today, last)).isEqualTo(RenewalWindow.OPEN);
    assertThat(RenewalWindow.on(today, last.plusDays(1))).isEqualTo(RenewalWindow.NOT_YET);
  }

  /** A notice of what cannot be renewed yet would send people here in vain. */
  @Test
  void theOfficeMayWriteLaterThanTheRenewalBeginsButNotEarlier() {
    LocalDate today = LocalDate.of(2026, 11, 24);
    assertThat(until("60", today)).isEqualTo(LocalDate.of(2027, 1, 23));
    assertThat(until("200", today)).isEqualTo(UNTIL);
    assertThat(new ExpirySettings(new ChosenSettings()).until(today)).isEqualTo(UNTIL);
    assertThat(new ExpirySettings(new ChosenSettings()).notices()).isFalse();
  }

  private static LocalDate until(String days, LocalDate today) {
    return new ExpirySettings(new ChosenSettings().with("expiry.days", days)).until(today);
  }

  private static NoticeChoice choice(
      Status status, boolean applied, CertificateStatus... certificates) {
    return NoticeChoice.of(holder(status), List.of(certificates), Set.of(), applied, NOW, UNTIL);
  }

  private static CertificateStatus valid(int serial, CertificateType type, String lastDay) {
    return status(serial, type, CertificateState.VALID, lastDay);
  }

  private static CertificateStatus status(
      int serial, CertificateType type, CertificateState state, String lastDay) {
    boolean gone = state == CertificateState.REVOKED || state == CertificateState.SUSPENDED;
    return new CertificateStatus(
        new CertificateSerialNumber(BigInteger.valueOf(serial)),
        type,
        state,
        7,
        "2026-000001-1",
        Instant.parse("2022-02-17T01:00:00Z"),
        Instant.parse(lastDay + "T14:59:59Z"),
        gone ? NOW : null,
        gone ? RevocationReason.CERTIFICATE_HOLD : null);
  }

  private static ResidentRecord holder(Status status) {
    return new ResidentRecord(
        7,
        "見本　一郎",
        "ミホン　イチロウ",
        LocalDate.of(1980, 2, 17),
        Sex.MALE,
        "2430018",
        "神奈川県厚木市見本町3丁目",
        status,
        false,
        null,
        null,
        null,
        null,
        "R-7",
        0);
  }
}
