package jp.madoguchi.eligibility;

import static jp.madoguchi.eligibility.Applications.TODAY;
import static jp.madoguchi.eligibility.Applications.anAdultResident;
import static jp.madoguchi.eligibility.Applications.finding;
import static jp.madoguchi.eligibility.Applications.forUserAuthenticationOnly;
import static jp.madoguchi.eligibility.Applications.judged;
import static jp.madoguchi.eligibility.Applications.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.calendar.ClosedReason;
import jp.madoguchi.calendar.CounterHours;
import jp.madoguchi.calendar.Holiday;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.calendar.OpeningHours;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.resident.CardKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the counter on one application, with the real tables. */
class EligibilityTest {

  @Test
  void anAdultResidentWithAValidCardIsServedAtOnce() {
    Judgement judgement = judged(anAdultResident());
    assertThat(judgement.allowed()).isTrue();
    assertThat(judgement.findings())
        .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.PASS))
        .extracting(Finding::rule)
        .containsExactly(
            "R-AGE",
            "R-WARD",
            "R-CARD-ONLY",
            "R-RESIDENT",
            "R-NO-DUPLICATE",
            "R-HOURS",
            "R-SELF-SAME-DAY",
            "R-FEE");
    assertThat(judgement.visits()).isEqualTo(1);
    assertThat(judgement.notAfter())
        .containsEntry(CertificateType.SIGNATURE, LocalDate.of(2031, 2, 17))
        .containsEntry(CertificateType.USER_AUTHENTICATION, LocalDate.of(2031, 2, 17));
  }

  @Nested
  class RAge {

    @ParameterizedTest(name = "born {0}: {1}, possible from {2}")
    @CsvSource({
      "2011-11-24, PASS, ", // fifteen today
      "2011-11-25, REFUSE, 2026-11-25", // fifteen tomorrow
      "2013-06-01, REFUSE, 2028-06-01",
      "2012-02-29, REFUSE, 2027-02-28", // a leap day's child
    })
    void aFourteenYearOldIsRefusedUntilTheFifteenthBirthday(
        LocalDate born, Verdict verdict, LocalDate possibleFrom) {
      Finding age = finding(anAdultResident().born(born), "R-AGE");
      assertThat(age.verdict()).isEqualTo(verdict);
      assertThat(age.possibleFrom()).isEqualTo(possibleFrom);
    }

    @Test
    void aChildMayApplyForUserAuthentication() {
      assertThat(
              refusals(forUserAuthenticationOnly(anAdultResident().born(LocalDate.of(2013, 6, 1)))))
          .isEmpty();
    }

    @Test
    void theRefusalSaysInBothLanguagesWhenItWouldPass() {
      Finding age = finding(anAdultResident().born(LocalDate.of(2013, 6, 1)), "R-AGE");
      assertThat(age.remedy().in(Locale.JAPANESE)).startsWith("令和10年6月1日(木)から申請できます。");
      assertThat(age.remedy().in(Locale.ENGLISH)).contains("from 1 June 2028");
      assertThat(age.source().toString()).contains("公的個人認証サービス");
    }
  }

  @Nested
  class RWard {

    @Test
    void anAdultWardGetsNoSignatureCertificate() {
      assertThat(refusals(anAdultResident().adultWard(true))).containsExactly("R-WARD");
    }

    @Test
    void aSupervisorMayApproveAnExceptionWithAReason() {
      Finding ward = finding(anAdultResident().adultWard(true).wardException("審判の取消し"), "R-WARD");
      assertThat(ward.verdict()).isEqualTo(Verdict.NOTE);
      assertThat(ward.reason().toString()).contains("審判の取消し");
    }

    @Test
    void anAdultWardGetsUserAuthentication() {
      assertThat(refusals(forUserAuthenticationOnly(anAdultResident().adultWard(true)))).isEmpty();
    }
  }

  @Nested
  class RCardOnly {

    @Test
    void theCardIsValidOnItsLastDay() {
      assertThat(refusals(anAdultResident().card(CardKind.MY_NUMBER, TODAY))).isEmpty();
      assertThat(refusals(anAdultResident().card(CardKind.MY_NUMBER, TODAY.minusDays(1))))
          .containsExactly("R-CARD-ONLY");
    }

    @ParameterizedTest
    @EnumSource(names = {"JUKI", "NONE"})
    void withoutAMyNumberCardTheWayToOneIsShown(CardKind kind) {
      Finding card = finding(anAdultResident().card(kind, null), "R-CARD-ONLY");
      assertThat(card.verdict()).isEqualTo(Verdict.REFUSE);
      assertThat(card.remedy().toString()).contains("マイナンバーカードを申請", "1か月から1か月半");
    }

    @Test
    void aCardReportedLostIsRefusedHoweverLongItLasts() {
      assertThat(refusals(anAdultResident().cardLost(true))).containsExactly("R-CARD-ONLY");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RESIDENT")
  void rResidentRefusesWhoIsNotRegisteredHere(Residence residence) {
    assertThat(refusals(anAdultResident().residence(residence))).containsExactly("R-RESIDENT");
  }

  @Test
  void rNoDuplicateNamesTheOpenApplication() {
    Finding duplicate =
        finding(anAdultResident().openApplication("20261120-0007"), "R-NO-DUPLICATE");
    assertThat(duplicate.verdict()).isEqualTo(Verdict.REFUSE);
    assertThat(duplicate.reason().toString()).contains("20261120-0007");
  }

  @Nested
  class RRenewal {

    @ParameterizedTest(name = "expiry {0}: {1}, possible from {2}")
    @CsvSource({
      "2027-02-23, PASS, ", // opens today
      "2027-02-24, REFUSE, 2026-11-25", // opens tomorrow
      "2026-11-24, PASS, ", // the last day
      "2026-11-23, NOTE, ", // ran out yesterday: issued as new
    })
    void aRenewalIsTakenFromThreeMonthsBefore(
        LocalDate expiry, Verdict verdict, LocalDate possibleFrom) {
      Finding renewal = finding(renewal(expiry), "R-RENEWAL");
      assertThat(renewal.verdict()).isEqualTo(verdict);
      assertThat(renewal.possibleFrom()).isEqualTo(possibleFrom);
    }

    @Test
    void withoutACertificateThereIsNothingToRenew() {
      assertThat(refusals(anAdultResident().kind(ApplicationKind.RENEWAL).currentExpiry(Map.of())))
          .containsExactly("R-RENEWAL");
    }

    @Test
    void theSixthBirthdayTakesTheFifthsPlace() {
      FactsBuilder facts =
          renewal(LocalDate.of(2027, 2, 17)).card(CardKind.MY_NUMBER, LocalDate.of(2036, 2, 17));
      assertThat(judged(facts).notAfter().values()).containsOnly(LocalDate.of(2032, 2, 17));
    }

    private FactsBuilder renewal(LocalDate expiry) {
      return anAdultResident()
          .kind(ApplicationKind.RENEWAL)
          .currentExpiry(
              Map.of(
                  CertificateType.SIGNATURE, expiry,
                  CertificateType.USER_AUTHENTICATION, expiry));
    }
  }

  @Test
  void rValiditySignFollowsTheUserAuthenticationCertificateThatIsHeld() {
    FactsBuilder facts =
        anAdultResident()
            .types(java.util.Set.of(CertificateType.SIGNATURE))
            .currentExpiry(Map.of(CertificateType.USER_AUTHENTICATION, LocalDate.of(2028, 2, 17)));
    assertThat(judged(facts).notAfter())
        .isEqualTo(Map.of(CertificateType.SIGNATURE, LocalDate.of(2028, 2, 17)));
  }

  @Nested
  class ROutOfHours {

    private final CounterHours holiday =
        new CounterHours.ClosedDay(
            new ClosedReason.PublicHoliday(new Holiday(TODAY, "勤労感謝の日", false)),
            Optional.of(LocalDate.of(2026, 11, 25).atTime(8, 30).atZone(OfficeClock.ZONE)));
    private final CounterHours evening =
        new CounterHours.OutOfHours(
            OpeningHours.parse("08:30-17:15"),
            Optional.of(LocalDate.of(2026, 11, 25).atTime(8, 30).atZone(OfficeClock.ZONE)));

    @Test
    void onAClosedDayIntakeIsRefusedWithTheReasonAndTheNextOpening() {
      assertThat(refusals(anAdultResident().counter(holiday)))
          .containsExactly("R-CLOSED", "R-OUT-OF-HOURS");
      Finding closed = finding(anAdultResident().counter(holiday), "R-CLOSED");
      assertThat(closed.reason().toString()).contains("勤労感謝の日");
      assertThat(closed.remedy().toString()).contains("令和8年11月25日(水) 8:30");
      assertThat(closed.possibleFrom()).isEqualTo("2026-11-25");
    }

    @Test
    void afterClosingTimeIntakeIsRefusedWithTheNextOpening() {
      assertThat(refusals(anAdultResident().counter(evening)))
          .containsExactly("R-HOURS", "R-OUT-OF-HOURS");
    }

    @Test
    void aSupervisorMayAllowOneCaseWithAReason() {
      FactsBuilder allowed = anAdultResident().counter(evening).outOfHoursAllowance("閉庁前に来庁していた");
      assertThat(refusals(allowed)).isEmpty();
      Finding finding = finding(allowed, "R-OUT-OF-HOURS");
      assertThat(finding.verdict()).isEqualTo(Verdict.NOTE);
      assertThat(finding.reason().toString()).contains("閉庁前に来庁していた");
    }
  }

  @Nested
  class RStay {

    @Test
    void noCertificateOutlivesThePeriodOfStay() {
      Judgement judgement = judged(anAdultResident().stayUntil(LocalDate.of(2027, 3, 31)));
      assertThat(judgement.allowed()).isTrue();
      assertThat(judgement.notes()).extracting(Finding::rule).containsExactly("R-STAY");
      assertThat(judgement.notAfter().values()).containsOnly(LocalDate.of(2027, 3, 31));
    }

    @Test
    void aPeriodOfStayThatEndedIsRefused() {
      Judgement judgement = judged(anAdultResident().stayUntil(TODAY.minusDays(1)));
      assertThat(judgement.refusals()).extracting(Finding::rule).containsExactly("R-STAY");
      assertThat(judgement.notAfter()).isEmpty();
    }
  }

  @Nested
  class RLegalRep {

    @Test
    void theParentOfAChildIsServedOnTheSameDayForUserAuthentication() {
      FactsBuilder child = anAdultResident().born(LocalDate.of(2013, 6, 1));
      Judgement judgement =
          judged(forUserAuthenticationOnly(child).route(Route.LEGAL_REPRESENTATIVE));
      assertThat(judgement.allowed()).isTrue();
      assertThat(judgement.visits()).isEqualTo(1);
    }

    @Test
    void onlyUserAuthenticationIsIssued() {
      assertThat(refusals(anAdultResident().adultWard(true).route(Route.LEGAL_REPRESENTATIVE)))
          .containsExactly("R-WARD", "R-LEGAL-REP");
    }

    @Test
    void anAdultWhoIsNoWardHasNoLegalRepresentative() {
      assertThat(
              refusals(
                  forUserAuthenticationOnly(anAdultResident()).route(Route.LEGAL_REPRESENTATIVE)))
          .containsExactly("R-LEGAL-REP");
    }
  }

  @Test
  void rProxyTwoVisitsIsNoted() {
    Judgement judgement = judged(anAdultResident().route(Route.PROXY));
    assertThat(judgement.allowed()).isTrue();
    assertThat(judgement.visits()).isEqualTo(2);
    assertThat(judgement.notes()).extracting(Finding::rule).containsExactly("R-PROXY-TWO-VISITS");
  }

  @Test
  void rAllReasonsGivesEveryRefusalAtOnceWithSourceRemedyAndDate() {
    FactsBuilder everything =
        anAdultResident()
            .born(LocalDate.of(2013, 6, 1))
            .adultWard(true)
            .card(CardKind.JUKI, null)
            .residence(Residence.MOVED_AWAY)
            .openApplication("20261120-0007");
    Judgement judgement = judged(everything);
    assertThat(judgement.refusals())
        .extracting(Finding::rule)
        .containsExactly("R-AGE", "R-WARD", "R-CARD-ONLY", "R-RESIDENT", "R-NO-DUPLICATE");
    assertThat(judgement.refusals())
        .allSatisfy(
            finding -> {
              assertThat(finding.reason().toString()).isNotBlank();
              assertThat(finding.remedy().toString()).isNotBlank();
              assertThat(finding.source().toString()).isNotBlank();
            });
    assertThat(judgement.possibleFrom()).isEmpty();
  }

  @Test
  void whatIsNotKnownIsNotJudged() {
    Judgement judgement = judged(Facts.on(TODAY));
    assertThat(judgement.findings()).isEmpty();
    assertThat(judgement.documents()).isEmpty();
    assertThat(judgement.visits()).isEqualTo(1);
    assertThat(judgement.notAfter()).isEmpty();
  }
}
