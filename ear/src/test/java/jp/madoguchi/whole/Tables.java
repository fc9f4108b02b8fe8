package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks into the running counter's database, past all of its code. */
final class Tables {

  private Tables() {}

  static long count(String query, Object... values) {
    return Long.parseLong(text(query, values));
  }

  /** The first column of the first row. */
  static String text(String query, Object... values) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first two columns of each row. */
  static Map<String, String> pairs(String query, Object... values) {
    Map<String, String> pairs = new LinkedHashMap<>();
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          assertThat(pairs.put(result.getString(1), result.getString(2)))
              .as("%s comes twice", result.getString(1))
              .isNull();
        }
      }
      return pairs;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void execute(String... commands) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Connection connect() throws SQLException {
    return DriverManager.getConnection(RunningCounter.get().databaseUrl(), "postgres", "postgres");
  }

  /** Keeps everybody from writing to a table until it is closed; reading goes on. */
  static Lock locked(String table) {
    try {
      Connection connection = connect();
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("lock table " + table + " in exclusive mode");
      }
      return new Lock(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A table's lock. */
  record Lock(Connection connection) implements AutoCloseable {

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
