package jp.madoguchi.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.madoguchi.reception.Reception.Received;

/** 受付 with the case that came of it, in one transaction. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class Intake {

  @Inject private ReceptionDesk desk;
  @Inject private CaseDesk cases;

  /**
   * What came of a form.
   *
   * @param view the case as its page shows it; empty when none was opened
   */
  public record Answer(Reception reception, Optional<CaseView> view) {}

  /** As {@link ReceptionDesk#receive} and then {@link CaseDesk#view}. */
  public Answer receive(ApplicationForm form, String idempotencyKey) {
    Reception reception = desk.receive(form, idempotencyKey);
    return new Answer(
        reception,
        reception instanceof Received received
            ? Optional.of(cases.view(received.receptionNumber()))
            : Optional.empty());
  }
}
