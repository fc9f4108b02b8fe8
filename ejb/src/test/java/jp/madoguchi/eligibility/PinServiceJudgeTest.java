package jp.madoguchi.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.calendar.CounterHours;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.calendar.OpeningHours;
import jp.madoguchi.eligibility.PinServiceJudge.Standing;
import jp.madoguchi.eligibility.PinServiceJudge.Wish;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.resident.CardKind;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.workflow.StandaloneDecisionTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-PINS: whose PINs are changed or reset, and which papers that takes. */
class PinServiceJudgeTest {

  private final PinServiceJudge judge =
      new PinServiceJudge(new StandaloneDecisionTables(), new Settings());
  private final FactsBuilder adult = anAdult();
  private final Map<CertificateType, Standing> pins = new EnumMap<>(CertificateType.class);
  private Route route = Route.SELF;
  private boolean reset;

  PinServiceJudgeTest() {
    pins.put(CertificateType.SIGNATURE, Standing.VALID);
    pins.put(CertificateType.USER_AUTHENTICATION, Standing.VALID);
  }

  private static FactsBuilder anAdult() {
    return Facts.on(Applications.TODAY)
        .born(LocalDate.of(1980, 2, 17))
        .residence(Residence.RESIDENT)
        .adultWard(false)
        .types(Set.of())
        .card(CardKind.MY_NUMBER, LocalDate.of(2031, 2, 17))
        .counter(new CounterHours.Open(Applications.TODAY.atTime(17, 15).atZone(OfficeClock.ZONE)));
  }

  @Test
  void theHolderBringsTheCardAndForAResetAnIdentityDocument() {
    assertThat(judged(adult).allowed()).isTrue();
    assertThat(papers()).containsExactly(List.of("APPLICANT_CARD"));
    reset = true;
    assertThat(judged(adult).allowed()).isTrue();
    assertThat(papers()).containsExactly(List.of("APPLICANT_CARD", "HOLDER_PHOTO_ID"));
  }

  @Test
  void aLegalRepresentativeBringsProofForThePinForUserAuthentication() {
    route = Route.LEGAL_REPRESENTATIVE;
    pins.remove(CertificateType.SIGNATURE);
    FactsBuilder child = adult.born(LocalDate.of(2015, 5, 5));
    assertThat(judged(child).allowed()).isTrue();
    assertThat(papers())
        .containsExactly(List.of("APPLICANT_CARD", "PROXY_PHOTO_ID", "FAMILY_REGISTER"));
    pins.put(CertificateType.SIGNATURE, Standing.VALID);
    assertThat(reasons(child)).containsExactly("reason.pin-legal-signature");
    assertThat(reasons(adult.born(LocalDate.of(1980, 2, 17))))
        .containsExactly("reason.pin-legal-nobody", "reason.pin-legal-signature");
  }

  @Test
  void aChildIsNotServedAlone() {
    assertThat(reasons(adult.born(LocalDate.of(2015, 5, 5)))).containsExactly("reason.pin-child");
  }

  @Test
  void anAppointedProxyIsToldOnceAndWhatToDo() {
    route = Route.PROXY;
    assertThat(reasons(adult)).containsExactly("reason.pin-proxy");
    assertThat(judged(adult).refusals().get(0).remedy().in(Locale.JAPANESE)).contains("再発行");
  }

  @ParameterizedTest
  @CsvSource({
    "SUSPENDED, 一時保留",
    "REVOKED, 失効",
    "EXPIRED, 有効期限",
    "NONE, 記録にありません",
  })
  void thePinOfACertificateThatIsNotGoodIsRefusedByName(Standing standing, String word) {
    pins.put(CertificateType.SIGNATURE, standing);
    Judgement judged = judged(adult);
    assertThat(judged.refusals()).hasSize(1);
    Finding refusal = judged.refusals().get(0);
    assertThat(refusal.reason().in(Locale.JAPANESE)).contains("署名用電子証明書", word);
    assertThat(refusal.reason().in(Locale.ENGLISH)).containsIgnoringCase("signature");
    assertThat(refusal.remedy()).isNotNull();
  }

  @Test
  void everyReasonIsToldAtOnce() {
    pins.put(CertificateType.SIGNATURE, Standing.REVOKED);
    pins.put(CertificateType.USER_AUTHENTICATION, Standing.REVOKED);
    CounterHours.OutOfHours closed =
        new CounterHours.OutOfHours(
            OpeningHours.parse("08:30-17:15"),
            Optional.of(Applications.TODAY.plusDays(1).atTime(8, 30).atZone(OfficeClock.ZONE)));
    assertThat(
            judged(adult.residence(Residence.MOVED_AWAY).cardLost(true).counter(closed)).refusals())
        .extracting(Finding::rule)
        .containsExactly("R-CARD-ONLY", "R-RESIDENT", "R-HOURS", "R-PINS", "R-PINS");
  }

  private Judgement judged(FactsBuilder who) {
    return judge.judge(new Wish(who.build(), route, reset, pins));
  }

  private List<String> reasons(FactsBuilder who) {
    return judged(who).refusals().stream().map(finding -> finding.reason().key()).toList();
  }

  private List<List<String>> papers() {
    return judged(adult).documents().stream()
        .map(visit -> visit.stream().map(RequiredDocument::code).toList())
        .toList();
  }
}
