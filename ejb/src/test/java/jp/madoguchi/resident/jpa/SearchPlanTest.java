package jp.madoguchi.resident.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.ResidentQuery;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With 200,000 residents every search walks an index, also when the plan is made without knowing
 * the words. The residents stand in a transaction that is rolled back.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SearchPlanTest {

  private static final ResidentQuery BY_KANA = ResidentQuery.byKana("サトウ");
  private static final LocalDate DAY = LocalDate.of(1980, 2, 17);

  private EntityManager entities;

  @BeforeAll
  void aCity() {
    entities = TestDatabase.shared().entityManager();
    entities.getTransaction().begin();
    run(
        "insert into madoguchi.resident (register_number, name, name_key, kana, kana_key,"
            + " birth_date, sex, postal_code, address, household_id, status)"
            + " select 'PLAN-' || i, n, replace(n, '　', ''), k, replace(k, '　', ''),"
            + " date '1930-01-01' + (i * 7919 % 35000), 1 + i % 2, '2430000',"
            + " '神奈川県厚木市架空町' || i, i / 2 + 1, 'RESIDENT'"
            + " from (select i,"
            + " (array['佐藤','鈴木','髙橋','田中','伊藤'])[1 + i % 5] || '　' || chr(19968 + i % 5000) as n,"
            + " (array['サトウ','スズキ','タカハシ','タナカ','イトウ'])[1 + i % 5] || '　'"
            + " || chr(12450 + i % 80) || chr(12450 + i / 80 % 80) as k"
            + " from generate_series(1, 200000) i) as made_up");
    run(
        "insert into madoguchi.resident_card (serial, resident_id, kind, expires_on, state)"
            + " select 'PLANCARD' || lpad(row_number() over ()::text, 7, '0'), id, 'MY_NUMBER',"
            + " date '2030-01-01', 'VALID'"
            + " from madoguchi.resident where register_number like 'PLAN-%'");
    run("analyze madoguchi.resident, madoguchi.resident_card");
  }

  @AfterAll
  void leavesNothingBehind() {
    entities.getTransaction().rollback();
    entities.close();
  }

  static Stream<Arguments> searches() {
    return Stream.of(
        Arguments.of(BY_KANA, "resident_by_kana"),
        Arguments.of(BY_KANA.page(100, 20), "resident_by_kana"),
        Arguments.of(ResidentQuery.byKana("サ"), "resident_by_kana"),
        Arguments.of(ResidentQuery.byName("佐藤"), "resident_by_name"),
        Arguments.of(ResidentQuery.byName("佐藤").page(100, 20), "resident_by_name"),
        Arguments.of(ResidentQuery.byBirthDate(DAY), "resident_by_birth_date"),
        Arguments.of(BY_KANA.bornOn(DAY), "resident_by_birth_date"),
        Arguments.of(ResidentQuery.byName("佐").bornOn(DAY), "resident_by_birth_date"),
        Arguments.of(
            ResidentQuery.byCard(new CardSerial("PLANCARD0012345")), "resident_card_pkey"));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void aSearchWalksItsIndex(ResidentQuery query, String index) {
    for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
      run("set local plan_cache_mode = " + mode);
      assertThat(plan(query)).as(mode).contains(index).doesNotContain("Seq Scan");
    }
  }

  @ParameterizedTest
  @MethodSource("searches")
  void aSearchTouchesFewPages(ResidentQuery query, String index) {
    // A page holds some 30 residents: far fewer than the 7,000 pages of the table.
    String plan = plan(query);
    long pages =
        plan.lines()
            .filter(line -> line.contains("Buffers: shared"))
            .findFirst()
            .map(line -> line.replaceAll(".*?shared( hit=(\\d+))?( read=(\\d+))?.*", "0$2 0$4"))
            .map(counts -> Stream.of(counts.split(" ")).mapToLong(Long::parseLong).sum())
            .orElseThrow();
    assertThat(pages).as(plan).isLessThan(2500);
  }

  private String plan(ResidentQuery query) {
    SearchStatement statement = SearchStatement.of(query);
    Query explained = entities.createNativeQuery("explain (analyze, buffers) " + statement.sql());
    int position = 1;
    for (Object value : statement.values()) {
      explained.setParameter(position++, value);
    }
    List<?> lines = explained.getResultList();
    return lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
  }

  private void run(String sql) {
    entities.createNativeQuery(sql).executeUpdate();
  }
}
