package jp.madoguchi.installation.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema to this release's state; on an empty database it makes everything. */
@ApplicationScoped
public class Migrations {

  @Resource(lookup = "java:jboss/datasources/Madoguchi")
  private DataSource dataSource;

  public void run() {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(dataSource)
        .schemas("madoguchi", "engine")
        .defaultSchema("madoguchi")
        .load()
        .migrate();
  }
}
