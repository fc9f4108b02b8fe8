package jp.madoguchi.issuance;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks each second, on each node, whether a list is due. So a list comes soon after a revocation,
 * also where the node that revoked is no more, and a day after the last one where nobody asks.
 */
@ApplicationScoped
public class StatusWatch {

  private static final System.Logger LOG = System.getLogger(StatusWatch.class.getName());

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private ListPublication publication;

  private ScheduledFuture<?> looking;
  private boolean failed;

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

  /** A database that is away for an hour is told once, not each second. */
  private void look() {
    try {
      List.of(CertificateType.values()).forEach(publication::publishDue);
      failed = false;
    } catch (RuntimeException e) {
      if (!failed) {
        LOG.log(System.Logger.Level.ERROR, "The revocation lists could not be published", e);
      }
      failed = true;
    }
  }
}
