package jp.madoguchi.resident;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** The residents that benchmarks work with are such as the import would have entered. */
class BenchResidentsTest {

  private static final int RESIDENTS = 3000;

  private final EntityManager entities = TestDatabase.shared().entityManager();

  @BeforeEach
  void fill() throws IOException, SQLException {
    entities.getTransaction().begin();
    String sql =
        Files.readString(Path.of("../bench/residents.sql"))
            .replace(":residents", Integer.toString(RESIDENTS));
    try (Statement statement = entities.unwrap(Connection.class).createStatement()) {
      statement.execute(sql);
    }
  }

  @AfterEach
  void leaveNothingBehind() {
    entities.getTransaction().rollback();
    entities.close();
  }

  @Test
  void theirSearchKeysAreThoseOfTheImport() {
    List<?> rows =
        entities
            .createNativeQuery(
                "select name, name_key, kana, kana_key from madoguchi.resident"
                    + " where register_number like 'BENCH-%'")
            .getResultList();
    assertThat(rows).hasSize(RESIDENTS);
    for (Object row : rows) {
      Object[] values = (Object[]) row;
      assertThat(values[1]).isEqualTo(SearchKey.ofName((String) values[0]));
      assertThat(values[3]).isEqualTo(SearchKey.ofKana((String) values[2]));
    }
  }

  @Test
  void theirFileIsGoodLineByLine() throws IOException, SQLException {
    String copy = Files.readString(Path.of("../bench/residents-csv.sql"));
    StringWriter csv = new StringWriter();
    entities
        .unwrap(Connection.class)
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut(copy.substring(copy.indexOf("copy (")).replace(";", ""), csv);
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    EntryReader entries = new EntryReader(LocalDate.of(2026, 11, 24));
    int lines = 0;
    try (ResidentCsv file = new ResidentCsv(new ByteArrayInputStream(bytes), entries)) {
      for (Optional<ImportLine> line = file.next(); line.isPresent(); line = file.next()) {
        assertThat(line.get()).isInstanceOf(ImportLine.Good.class);
        lines++;
      }
    }
    assertThat(lines).isEqualTo(RESIDENTS);
  }
}
