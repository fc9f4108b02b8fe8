package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.resident.ResidentsChanged;
import jp.madoguchi.workflow.CaseProcess;

/**
 * Has cases that wait for a return visit judged again as soon as the register changes for their
 * applicants (R-RECHECK), in the transaction of the change. Other cases are judged again on their
 * way.
 */
@ApplicationScoped
class RegisterWatch {

  @Inject private Applications applications;
  @Inject private CaseProcess process;

  void follow(@Observes ResidentsChanged change) {
    applications
        .openOf(change.residents())
        .forEach(
            application ->
                process.tell(application.receptionNumber().value(), Messages.REGISTER_CHANGED));
  }
}
