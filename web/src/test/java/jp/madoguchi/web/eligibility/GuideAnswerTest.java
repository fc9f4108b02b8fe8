package jp.madoguchi.web.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.Facts;
import jp.madoguchi.eligibility.FactsBuilder;
import jp.madoguchi.eligibility.Judge;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.resident.CardKind;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.web.eligibility.GuideAnswer.Reason;
import jp.madoguchi.workflow.StandaloneDecisionTables;
import org.junit.jupiter.api.Test;

/** What the guide's page makes of a judgement of the counter's own tables. */
class GuideAnswerTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final Judge judge = new Judge(new StandaloneDecisionTables(), new Settings());

  @Test
  void anAdultInPersonComesOnceAndSeesUntilWhenEachIsValid() {
    GuideAnswer answer = answer(adult().route(Route.SELF));
    assertThat(answer.allowed()).isTrue();
    assertThat(answer.hopeful()).isTrue();
    assertThat(answer.possibleFrom()).isNull();
    assertThat(answer.visits()).isEqualTo(1);
    assertThat(answer.papers()).hasSize(1);
    assertThat(answer.terms())
        .extracting(GuideAnswer.Term::type, GuideAnswer.Term::lastDay)
        .containsExactlyInAnyOrder(
            tuple(CertificateType.SIGNATURE, LocalDate.of(2031, 2, 17)),
            tuple(CertificateType.USER_AUTHENTICATION, LocalDate.of(2031, 2, 17)));
  }

  @Test
  void aProxyComesTwiceAndBringsTheReplyTheSecondTime() {
    GuideAnswer answer = answer(adult().route(Route.PROXY));
    assertThat(answer.visits()).isEqualTo(2);
    assertThat(answer.papers().get(0)).hasSize(2);
    assertThat(answer.papers().get(1)).hasSize(4).anyMatch(paper -> paper.contains("回答書"));
    assertThat(answer.reasons()).noneMatch(Reason::refuses).isNotEmpty();
  }

  @Test
  void aRefusalWithADayGivesHopeFromThatDay() {
    GuideAnswer answer = answer(adult().born(LocalDate.of(2012, 3, 3)));
    assertThat(answer.allowed()).isFalse();
    assertThat(answer.hopeful()).isTrue();
    assertThat(answer.possibleFrom()).isEqualTo("2027-03-03");
    assertThat(answer.refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.possibleFrom()).isEqualTo("2027-03-03");
              assertThat(refusal.source()).isNotBlank();
            });
  }

  @Test
  void aRefusalWithoutADayGivesNone() {
    GuideAnswer answer = answer(adult().card(CardKind.JUKI, null));
    assertThat(answer.hopeful()).isFalse();
    assertThat(answer.refusals())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.remedy()).contains("1か月から1か月半"));
  }

  @Test
  void theFeeHasItsOwnPlaceAndIsNoReasonAgainstIt() {
    GuideAnswer answer =
        answer(adult().kind(ApplicationKind.REISSUANCE).reissueReason(ReissueReason.LOSS));
    assertThat(answer.feeYen()).isEqualTo(200);
    assertThat(answer.feeReasons()).hasSize(2);
    assertThat(answer.reasons()).noneMatch(reason -> reason.reason().contains("200"));
  }

  @Test
  void speaksTheReadersLanguage() {
    FactsBuilder child =
        adult().born(LocalDate.of(2012, 3, 3)).types(Set.of(CertificateType.SIGNATURE));
    assertThat(said(child, Locale.ENGLISH))
        .isEqualTo("No certificate for signature is issued to a person under 15.");
    assertThat(said(child, new Locale("ja", "", "easy"))).startsWith("15歳より 下の 人は");
  }

  private String said(FactsBuilder facts, Locale locale) {
    return GuideAnswer.of(judge.judge(facts.build()), locale).refusals().get(0).reason();
  }

  private GuideAnswer answer(FactsBuilder facts) {
    return GuideAnswer.of(judge.judge(facts.build()), Locale.JAPANESE);
  }

  private static FactsBuilder adult() {
    return Facts.on(TODAY)
        .born(LocalDate.of(1980, 2, 17))
        .route(Route.SELF)
        .kind(ApplicationKind.NEW)
        .card(CardKind.MY_NUMBER, LocalDate.of(2034, 2, 17));
  }
}
