package jp.madoguchi.resident.jpa;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows on their way to one statement that takes each column as an array: one round trip for
 * thousands of rows, whatever the driver's settings.
 */
final class Columns<T> {

  private final List<Column<T>> columns = new ArrayList<>();

  private record Column<T>(String type, Function<T, Object> value) {}

  /**
   * Adds a column.
   *
   * @param value turned into text for the database, which casts it; null stays null
   */
  Columns<T> add(String type, Function<T, Object> value) {
    columns.add(new Column<>(type, value));
    return this;
  }

  /** {@code unnest(?::text[], ?::date[], …)}. */
  String unnest() {
    List<String> parameters = columns.stream().map(column -> "?::" + column.type + "[]").toList();
    return "unnest(" + String.join(", ", parameters) + ")";
  }

  void bind(PreparedStatement statement, List<T> rows) throws SQLException {
    Connection connection = statement.getConnection();
    int position = 1;
    for (Column<T> column : columns) {
      String[] values = new String[rows.size()];
      for (int i = 0; i < values.length; i++) {
        Object value = column.value.apply(rows.get(i));
        values[i] = value == null ? null : value.toString();
      }
      Array array = connection.createArrayOf("text", values);
      statement.setArray(position++, array);
    }
  }
}
