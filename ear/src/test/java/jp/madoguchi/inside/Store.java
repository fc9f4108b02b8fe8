package jp.madoguchi.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The counter's datasource, by which tables and engine are seen from within a transaction. */
@ApplicationScoped
public class Store {

  @Resource(lookup = "java:jboss/datasources/Madoguchi")
  private DataSource source;

  /** The number in the first column of the first row; 0 when there is none. */
  public long number(String query, String value) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? result.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
