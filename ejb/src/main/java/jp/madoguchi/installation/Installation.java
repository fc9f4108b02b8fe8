package jp.madoguchi.installation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import jp.madoguchi.installation.jpa.Migrations;
import jp.madoguchi.installation.jpa.Store;
import jp.madoguchi.issuance.AuthorityEstablishment;
import jp.madoguchi.issuance.StatusService;
import jp.madoguchi.issuance.StatusWatch;
import jp.madoguchi.resident.ImportDesk;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.workflow.Engine;

/** Starts the counter's parts in the order in which they need each other. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Installation {

  private static final Logger LOG = System.getLogger(Installation.class.getName());

  @Inject private Migrations migrations;
  @Inject private Store store;
  @Inject private Settings settings;
  @Inject private AuthorityEstablishment authorities;
  @Inject private StatusWatch lists;
  @Inject private StatusService status;
  @Inject private TrainingStage training;
  @Inject private Engine engine;
  @Inject private ImportDesk imports;

  private boolean ready;

  @PostConstruct
  void start() {
    migrations.run();
    authorities.establish();
    lists.start();
    status.start();
    engine.start();
    imports.tidyUp();
    if (settings.training()) {
      training.establish();
    }
    ready = true;
    LOG.log(Level.INFO, "The counter is ready");
  }

  /** True once everything has started, and while the database answers. */
  @PermitAll
  @Lock(LockType.READ)
  public boolean ready() {
    return ready && store.answers();
  }
}
