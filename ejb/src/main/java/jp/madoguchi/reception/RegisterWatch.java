package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.resident.CardHeld;
import jp.madoguchi.resident.ResidentsChanged;
import jp.madoguchi.workflow.CaseProcess;

/**
 * Has cases that wait for a return visit judged again as soon as the register changes for their
 * applicants (R-RECHECK), in the transaction of the change. Other cases are judged again on their
 * way; each has the change in its history.
 */
@ApplicationScoped
class RegisterWatch {

  @Inject private Applications applications;
  @Inject private CaseProcess process;
  @Inject private AuditTrail trail;

  void follow(@Observes ResidentsChanged change) {
    judgeAgain(change.residents(), "application.register-changed");
  }

  /** A card that was reported lost here is as good as one that the register says is. */
  void follow(@Observes CardHeld held) {
    judgeAgain(Set.of(held.residentId()), "application.card-lost");
  }

  private void judgeAgain(Set<Long> residents, String why) {
    applications.openOf(residents).stream()
        .map(application -> application.receptionNumber().value())
        .forEach(
            number -> {
              trail.record(Act.done(why, "APPLICATION", number));
              process.tell(number, Messages.REGISTER_CHANGED);
            });
  }
}
