package jp.madoguchi.web.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.madoguchi.eligibility.Facts;
import jp.madoguchi.eligibility.Finding;
import jp.madoguchi.eligibility.Judge;
import jp.madoguchi.eligibility.Judgement;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.web.rest.Json;
import jp.madoguchi.workflow.StandaloneDecisionTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** POST /api/guide: the agreed field names, and the counter's own decisions behind them. */
class GuideRequestTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final Judge judge = new Judge(new StandaloneDecisionTables(), new Settings());

  @Test
  void theAgreedFieldsBecomeFacts() throws JsonProcessingException {
    Facts facts =
        read("""
                {"birthDate":"1980-02-17","route":"PROXY","kind":"RENEWAL",
                 "types":["SIGNATURE","USER_AUTHENTICATION"],"cardKind":"MY_NUMBER",
                 "cardExpiry":"2031-02-17","adultWard":false,"reissueReason":null,
                 "currentExpiry":"2027-02-17","stayUntil":"2030-01-31","on":"2026-11-24"}
                """)
            .facts(Facts.on(TODAY));
    assertThat(facts.birthDate()).isEqualTo("1980-02-17");
    assertThat(facts.currentExpiry())
        .isEqualTo(
            Map.of(
                CertificateType.SIGNATURE, LocalDate.of(2027, 2, 17),
                CertificateType.USER_AUTHENTICATION, LocalDate.of(2027, 2, 17)));
    Judgement judgement = judge.judge(facts);
    assertThat(judgement.allowed()).isTrue();
    assertThat(judgement.visits()).isEqualTo(2);
    assertThat(judgement.notAfter().values()).containsOnly(LocalDate.of(2030, 1, 31));
  }

  @Test
  void anEmptyQuestionFindsNothingAgainstIt() throws JsonProcessingException {
    Judgement judgement = judge.judge(read("{}").facts(Facts.on(TODAY)));
    assertThat(judgement.allowed()).isTrue();
    assertThat(read("{}").visit()).isEmpty();
  }

  @Test
  void everyReasonIsGivenAtOnce() throws JsonProcessingException {
    Judgement judgement =
        judge.judge(
            read("{\"birthDate\":\"2013-06-01\",\"adultWard\":true,\"cardKind\":\"JUKI\"}")
                .facts(Facts.on(TODAY)));
    assertThat(judgement.refusals())
        .extracting(Finding::rule)
        .containsExactly("R-AGE", "R-WARD", "R-CARD-ONLY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"birthDate\":\"2026-02-30\"}", // no such day
        "{\"birthDate\":\"17.2.1980\"}",
        "{\"route\":\"FRIEND\"}",
        "{\"adultWard\":\"perhaps\"}",
        "{\"birthdate\":\"1980-02-17\"}", // not the agreed name
        "{\"types\":\"SIGNATURE\"}", // not a list
        "[]",
      })
  void whatIsMalformedIsNotGuessedAt(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"birthDate\":\"2026-11-25\"} | guide-born-later", // tomorrow
        "{\"birthDate\":\"1872-12-31\"} | guide-not-a-date", // before the solar calendar
        "{\"cardExpiry\":\"2200-01-01\"} | guide-not-a-date",
        "{\"types\":[]} | guide-no-types",
      })
  void whatCannotBeIsRefusedWithItsReason(String json, String code) {
    assertThatThrownBy(() -> read(json).facts(Facts.on(TODAY)))
        .isInstanceOfSatisfying(
            BusinessException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  @Test
  void theAnswerHasTheAgreedFieldNames() {
    assertThat(names(JudgementJson.Whole.class))
        .containsExactly("allowed", "findings", "visits", "documents", "feeYen", "notAfter");
    assertThat(names(JudgementJson.FindingJson.class))
        .containsExactly("rule", "verdict", "reason", "remedy", "source", "possibleFrom");
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static GuideRequest read(String json) throws JsonProcessingException {
    return Json.mapper().readValue(json, GuideRequest.class);
  }
}
