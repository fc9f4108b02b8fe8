package jp.madoguchi.cardwriting.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Among 100,000 finished writings the few open ones are found by their index. The rows stand in a
 * transaction that is rolled back.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OpenWritingsPlanTest {

  private EntityManager entities;

  @BeforeAll
  void manyFinishedWritings() {
    entities = TestDatabase.shared().entityManager();
    entities.getTransaction().begin();
    run(
        "insert into madoguchi.card_writing (id, reception_number, position, type, card_serial,"
            + " resident_id, subject_name, subject_address, last_day, transaction_id, state,"
            + " certificate_serial, certificate_hash, begun_at, changed_at, active_at)"
            + " select -i, 'PLAN-' || i, 0, 'SIGNATURE', 'PLAN' || lpad(i::text, 11, '0'), i, '氏名',"
            + " '住所', date '2031-01-01', decode(md5('PLAN' || i), 'hex'),"
            + " case when i <= 2 then 'WRITTEN' else 'ACTIVE' end, i::text,"
            + " decode(md5('a' || i) || md5('b' || i), 'hex'), now(), now(), now()"
            + " from generate_series(1, 100000) i");
    run("analyze madoguchi.card_writing");
  }

  @AfterAll
  void leavesNothingBehind() {
    entities.getTransaction().rollback();
    entities.close();
  }

  @Test
  void theOpenOnesAreFoundByTheirIndex() {
    List<?> lines =
        entities.createNativeQuery("explain " + CardWritingRepository.OPEN_CASES).getResultList();
    assertThat(lines.stream().map(String::valueOf).collect(Collectors.joining("\n")))
        .contains("card_writing_open")
        .doesNotContain("Seq Scan");
  }

  @Test
  void eachOpenCaseIsNamedOnce() {
    assertThat(new CardWritingRepository(entities).openCases(1000))
        .contains("PLAN-1", "PLAN-2")
        .doesNotContain("PLAN-3")
        .doesNotHaveDuplicates();
  }

  private void run(String sql) {
    entities.createNativeQuery(sql).executeUpdate();
  }
}
