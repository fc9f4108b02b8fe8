package jp.madoguchi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {

  @Test
  void theMigrationsMakeTheSchemaOnAnEmptyDatabase() {
    long rows =
        TestDatabase.shared()
            .inTransaction(
                entities ->
                    ((Number)
                            entities
                                .createNativeQuery("select count(*) from madoguchi.office_clock")
                                .getSingleResult())
                        .longValue());
    assertThat(rows).isEqualTo(1);
  }
}
