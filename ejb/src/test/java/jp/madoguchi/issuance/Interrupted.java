package jp.madoguchi.issuance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import jp.madoguchi.testing.TestDatabase;

/** The test database behind a line that can be cut. */
final class Interrupted {

  private Interrupted() {}

  static DataSource source(AtomicBoolean away) {
    return cut(DataSource.class, TestDatabase.shared().dataSource(), away);
  }

  private static <T> T cut(Class<T> type, T real, AtomicBoolean away) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (away.get() && !method.getName().equals("close")) {
                throw new SQLException("the line is cut");
              }
              try {
                Object result = method.invoke(real, arguments);
                if (result instanceof Connection connection) {
                  return cut(Connection.class, connection, away);
                }
                return result instanceof PreparedStatement statement
                    ? cut(PreparedStatement.class, statement, away)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
