package jp.madoguchi.installation.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the database can be reached. */
@ApplicationScoped
public class Store {

  private static final int PATIENCE_SECONDS = 2;

  @Resource(lookup = "java:jboss/datasources/Madoguchi")
  private DataSource dataSource;

  public boolean answers() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException away) {
      return false;
    }
  }
}
