package jp.madoguchi.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL with the real migrations, one for the whole test run, for tests that need
 * tables but no server. Tests share it: each makes its own rows with keys of its own.
 */
public final class TestDatabase {

  private static final TestDatabase SHARED = new TestDatabase();

  private final EmbeddedPostgres postgres;
  private final EntityManagerFactory factory;

  private TestDatabase() {
    try {
      postgres = EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Flyway.configure()
        .dataSource(dataSource())
        .schemas("madoguchi", "engine")
        .defaultSchema("madoguchi")
        .load()
        .migrate();
    Map<String, Object> settings = new HashMap<>();
    settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    settings.put("jakarta.persistence.jtaDataSource", null);
    // by its address, so that EclipseLink keeps connections: a new one costs more than most tests
    settings.put("jakarta.persistence.jdbc.driver", "org.postgresql.Driver");
    settings.put("jakarta.persistence.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"));
    settings.put("eclipselink.target-server", "None");
    settings.put("eclipselink.weaving", "false");
    settings.put("eclipselink.session-event-listener", CountedStatements.class.getName());
    factory = Persistence.createEntityManagerFactory("madoguchi", settings);
  }

  public static TestDatabase shared() {
    return SHARED;
  }

  public DataSource dataSource() {
    return postgres.getPostgresDatabase();
  }

  public EntityManager entityManager() {
    return factory.createEntityManager();
  }

  /** Runs the work in a transaction of its own, which is committed unless the work throws. */
  public <T> T inTransaction(Function<EntityManager, T> work) {
    try (EntityManager entities = entityManager()) {
      entities.getTransaction().begin();
      try {
        T result = work.apply(entities);
        entities.getTransaction().commit();
        return result;
      } finally {
        if (entities.getTransaction().isActive()) {
          entities.getTransaction().rollback();
        }
      }
    }
  }

  public void doInTransaction(Consumer<EntityManager> work) {
    inTransaction(
        entities -> {
          work.accept(entities);
          return null;
        });
  }
}
