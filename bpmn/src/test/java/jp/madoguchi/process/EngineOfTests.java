package jp.madoguchi.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/** The real engine on a real PostgreSQL with all diagrams and tables deployed, one for the run. */
final class EngineOfTests {

  private static final ProcessEngine ENGINE = start();

  private EngineOfTests() {}

  static ProcessEngine get() {
    return ENGINE;
  }

  private static ProcessEngine start() {
    try {
      StandaloneProcessEngineConfiguration configuration =
          new StandaloneProcessEngineConfiguration();
      configuration.setProcessEngineName("default");
      configuration.setDataSource(EmbeddedPostgres.builder().start().getPostgresDatabase());
      configuration.setDatabaseSchemaUpdate("true");
      configuration.setHistory("full");
      configuration.setJobExecutorActivate(false);
      ProcessEngine engine = configuration.buildProcessEngine();
      DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
      Processes.resources().forEach(deployment::addClasspathResource);
      Decisions.ALL.stream().map(Decisions::resource).forEach(deployment::addClasspathResource);
      deployment.deploy();
      return engine;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
