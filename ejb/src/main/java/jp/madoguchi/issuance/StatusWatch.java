package jp.madoguchi.issuance;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks each second, on each node, whether a list or a responder's new key is due. So a list comes
 * soon after a revocation, also where the node that revoked is no more, and a day after the last
 * one where nobody asks.
 */
@ApplicationScoped
public class StatusWatch {

  private static final System.Logger LOG = System.getLogger(StatusWatch.class.getName());

  private static final int SECONDS_A_MINUTE = 60;

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private ListPublication publication;
  @Inject private ResponderRenewal responders;

  private ScheduledFuture<?> looking;
  private boolean failed;
  private int looks;

  /** Once the authorities are established. */
  public void start() {
    looking = executor.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (looking != null) {
      looking.cancel(false);
    }
  }

  private void look() {
    boolean minute = looks++ % SECONDS_A_MINUTE == 0;
    boolean well = true;
    for (CertificateType type : CertificateType.values()) {
      if (minute) {
        well &= did(() -> responders.follow(type));
      }
      well &= did(() -> responders.renewDue(type));
      well &= did(() -> publication.publishDue(type));
    }
    failed = !well;
  }

  /** What fails keeps nothing else back; a database that is away for an hour is told once. */
  private boolean did(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      if (!failed) {
        LOG.log(
            System.Logger.Level.ERROR, "Revocation lists and responders were not looked after", e);
      }
      failed = true;
      return false;
    }
  }
}
