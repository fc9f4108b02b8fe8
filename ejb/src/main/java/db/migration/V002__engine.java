package db.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** The process engine's tables, made by its own scripts in a schema of their own. */
public class V002__engine extends BaseJavaMigration {

  private static final String SCRIPTS =
      "/org/camunda/bpm/engine/db/create/activiti.postgres.create.";
  private static final List<String> PARTS =
      List.of(
          "engine",
          "history",
          "identity",
          "case.engine",
          "case.history",
          "decision.engine",
          "decision.history");

  @Override
  public void migrate(Context context) throws SQLException, IOException {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute("set local search_path to engine");
      for (String part : PARTS) {
        statement.execute(script(part));
      }
      statement.execute("set local search_path to madoguchi");
    }
  }

  private static String script(String part) throws IOException {
    try (InputStream script = V002__engine.class.getResourceAsStream(SCRIPTS + part + ".sql")) {
      if (script == null) {
        throw new IOException("The engine has no script for " + part);
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
