package jp.madoguchi.installation;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Locale;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;

/**
 * Counts what the audit trail records, by act and outcome, once it is committed: cases received,
 * refused and issued, certificates issued and published, logins, and whatever is recorded later.
 */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
abstract class CountedActs implements AuditTrail {

  @Inject @Delegate private AuditTrail trail;
  @Inject private Meters meters;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  @Override
  public void record(Act act) {
    trail.record(act);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // It is counted when it is kept.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              count(act);
            }
          }
        });
  }

  private void count(Act act) {
    String outcome = act.outcome().name().toLowerCase(Locale.ROOT);
    meters.registry().counter("madoguchi.acts", "act", act.name(), "outcome", outcome).increment();
  }
}
