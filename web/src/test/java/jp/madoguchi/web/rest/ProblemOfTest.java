package jp.madoguchi.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.problem.ProblemMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemOfTest {

  enum Kind {
    NEW
  }

  record Form(Kind kind, LocalDate birthDate, Integer visits, List<Form> parts) {}

  static final class WithFindings extends BusinessException implements ProblemMembers {
    private static final long serialVersionUID = 1;

    WithFindings() {
      super(Problem.refused("R-AGE"));
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("findings", List.of("R-AGE"), "code", "not overwritten");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "R-AGE, 422", // a rule refused
    "request-malformed, 400",
    "request-unreadable, 400",
    "not-found, 404",
    "case-not-found, 404",
    "body-too-large, 413",
  })
  void aRefusalHasTheStatusOfItsKind(String code, int status) {
    assertThat(of(Problem.refused(code).asException()).status()).isEqualTo(status);
  }

  @Test
  void aConflictIs409AndAnOutage503() {
    assertThat(of(Problem.conflict("step-not-due").asException()).status()).isEqualTo(409);
    assertThat(of(Problem.unavailable("x").asException()).status()).isEqualTo(503);
  }

  @Test
  void theContainersWrappingDoesNotHideAProblem() {
    Throwable wrapped =
        new RuntimeException(new EJBException(Problem.refused("R-AGE").asException()));
    assertThat(of(wrapped).code()).isEqualTo("R-AGE");
  }

  @Test
  void anExceptionMaySayMoreButNotContradict() throws JsonProcessingException {
    var json = Json.mapper().readTree(of(new WithFindings()).json(Locale.JAPANESE));
    assertThat(json.get("findings").get(0).asText()).isEqualTo("R-AGE");
    assertThat(json.get("code").asText()).isEqualTo("R-AGE");
  }

  @ParameterizedTest
  @CsvSource({
    "08006, store-unavailable, 503", // no connection
    "57P01, store-unavailable, 503", // the database goes down
    "53100, store-full, 503", // no space on its disk
    "22021, request-unreadable, 400", // a null character in a text
  })
  void whatTheDatabaseSaysIsToldInOurWords(String state, String code, int status) {
    ProblemDocument problem = of(new EJBException(new SQLException("no words of ours", state)));
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.status()).isEqualTo(status);
  }

  @Test
  void whoComesSecondIsTold() {
    assertThat(of(new EJBException(new OptimisticLockException())).code())
        .isEqualTo("changed-meanwhile");
  }

  @Test
  void aMissingRoleIs403() {
    assertThat(of(new EJBAccessException("no")).status()).isEqualTo(403);
  }

  @Test
  void aStoppedDatabaseIs503() {
    assertThat(of(new RuntimeException(new SQLException("gone", "08006"))).code())
        .isEqualTo("store-unavailable");
    assertThat(ProblemOf.exception(new SQLException("bug", "42601"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\":\"OLD\"}                     | kind",
        "{\"kind\":0}                           | kind", // no number for a word
        "{\"birthDate\":\"1980-02-30\"}         | birthDate",
        "{\"visits\":\"2\"}                     | visits", // no text for a number
        "{\"nonsense\":1}                       | nonsense",
        "{\"parts\":[{},{\"kind\":\"X\"}]}      | parts[1].kind",
      })
  void aWrongFieldIsNamed(String json, String field) {
    ProblemDocument document = read(json);
    assertThat(document.status()).isEqualTo(400);
    assertThat(document.members()).containsEntry("field", field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{", "{} {}", "nonsense", "{\"visits\":1,\"visits\":2}"})
  void whatIsNoJsonIsUnreadable(String json) {
    assertThat(read(json).status()).isEqualTo(400);
  }

  @Test
  void aProblemSpeaksTheCallersLanguage() {
    ProblemDocument document = of(Problem.refused("not-found").asException());
    assertThat(document.json(Locale.JAPANESE)).contains("見つかりません");
    assertThat(document.json(Locale.ENGLISH)).contains("was not found");
  }

  @Test
  void anythingElseIsABug() {
    assertThat(ProblemOf.exception(new NullPointerException())).isEmpty();
  }

  private static ProblemDocument read(String json) {
    try {
      Json.mapper().readValue(json, Form.class);
      throw new AssertionError("was read");
    } catch (JsonProcessingException e) {
      return of(e);
    }
  }

  private static ProblemDocument of(Throwable thrown) {
    return ProblemOf.exception(thrown).orElseThrow();
  }
}
