package jp.madoguchi.workflow;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.calendar.OfficeClockMoved;
import jp.madoguchi.calendar.SystemOfficeClock;
import jp.madoguchi.process.Decisions;
import jp.madoguchi.process.Processes;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * The process engine, embedded: it shares the datasource and the transaction of whoever calls it,
 * so that the tables and the process move together or not at all.
 */
@ApplicationScoped
public class Engine {

  static final String DATA_SOURCE = "java:jboss/datasources/Madoguchi";
  static final String SCHEMA_PREFIX = "engine.";

  private static final String TRANSACTION_MANAGER = "java:jboss/TransactionManager";
  private static final int RETRIES = 5;

  @Resource private ManagedExecutorService executor;

  @Inject private BeanManager beans;
  @Inject private SystemOfficeClock clock;
  @Inject private SequenceFlows flows;

  private CaseJobExecutor jobs;
  private ProcessEngine engine;

  /** Builds the engine, deploys the diagrams and tables that changed, and starts its jobs. */
  public void start() {
    jobs = new CaseJobExecutor(executor);
    engine = configuration().buildProcessEngine();
    follow(clock.offset());
    deploy();
    jobs.start();
  }

  @PreDestroy
  void stop() {
    if (engine != null) {
      jobs.shutdown();
      engine.close();
    }
  }

  ProcessEngine get() {
    return engine;
  }

  /** The engine's timers follow the office's clock. */
  void followClock(@Observes(during = TransactionPhase.AFTER_SUCCESS) OfficeClockMoved moved) {
    follow(moved.offset());
  }

  private void follow(Duration offset) {
    ClockUtil.offset(offset.toMillis());
    jobs.jobWasAdded();
  }

  private ProcessEngineConfigurationImpl configuration() {
    StrongUuidGenerator ids = new StrongUuidGenerator();
    SequenceFlowRecording recording = new SequenceFlowRecording(flows);
    JakartaTransactionProcessEngineConfiguration configuration =
        new JakartaTransactionProcessEngineConfiguration();
    configuration.setProcessEngineName("madoguchi");
    configuration.setDataSourceJndiName(DATA_SOURCE);
    configuration.setTransactionManagerJndiName(TRANSACTION_MANAGER);
    configuration.setTransactionsExternallyManaged(true);
    configuration.setDatabaseType("postgres");
    configuration.setDatabaseTablePrefix(SCHEMA_PREFIX);
    configuration.setDatabaseSchemaUpdate("false");
    configuration.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_FULL);
    configuration.setHistoryRemovalTimeStrategy("start");
    configuration.setIdGenerator(ids);
    configuration.setExpressionManager(new BeanExpressions(beans));
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(recording)));
    configuration.setCustomSessionFactories(
        new ArrayList<>(List.of(recording, RememberingEntities.factory(ids))));
    configuration.setDmnEngineConfiguration(decisions());
    configuration.setJobExecutor(jobs);
    configuration.setJobExecutorActivate(false);
    configuration.setDefaultNumberOfRetries(RETRIES);
    configuration.setAuthorizationEnabled(false);
    configuration.setDbIdentityUsed(false);
    configuration.setCmmnEnabled(false);
    configuration.setMetricsEnabled(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setTenantCheckEnabled(false);
    // Who may do what is decided before the engine is asked; its own checks would only read rows.
    configuration.setCommandCheckers(new ArrayList<>());
    logWithoutContext(configuration);
    return configuration;
  }

  /** The counter's log prints none of what the engine would put around each of its steps. */
  private static void logWithoutContext(ProcessEngineConfigurationImpl configuration) {
    configuration.setLoggingContextActivityId(null);
    configuration.setLoggingContextActivityName(null);
    configuration.setLoggingContextApplicationName(null);
    configuration.setLoggingContextBusinessKey(null);
    configuration.setLoggingContextProcessDefinitionId(null);
    configuration.setLoggingContextProcessDefinitionKey(null);
    configuration.setLoggingContextProcessInstanceId(null);
    configuration.setLoggingContextTenantId(null);
    configuration.setLoggingContextEngineName(null);
  }

  private static DefaultDmnEngineConfiguration decisions() {
    DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
    decisions.setFeelEngineFactory(new ParsedOnceFeel());
    return decisions;
  }

  private void deploy() {
    DeploymentBuilder deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .name("madoguchi")
            .enableDuplicateFiltering(true);
    Processes.resources().forEach(deployment::addClasspathResource);
    Decisions.ALL.stream().map(Decisions::resource).forEach(deployment::addClasspathResource);
    deployment.deploy();
  }
}
