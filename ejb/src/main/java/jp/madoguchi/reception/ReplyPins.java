package jp.madoguchi.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.cardwriting.CustomerScreen;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.problem.Problem;

/**
 * The PINs of a proxy's case: the applicant wrote them into the sealed reply form, and the clerk
 * who holds the case types them (R-SEALED-PIN). In every other case the holder types them at the
 * second screen (R-PINS).
 */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ReplyPins {

  @Inject private Applications applications;
  @Inject private CustomerScreen screen;
  @Inject private CaseFile file;
  @Inject private Actors actors;

  /**
   * Takes the PINs that are asked for, each once.
   *
   * @param jwe the PINs, sealed to the key that the terminal of the case offers
   * @throws jp.madoguchi.problem.BusinessException {@code pins-by-the-holder} in a case that is not
   *     a proxy's, {@code R-PINS}, {@code pins-not-due}, {@code case-held}, and what an envelope
   *     can be refused for
   */
  public CaseView enter(ReceptionNumber number, String jwe) {
    Application application = applications.lock(number);
    application.requireHeldBy(actors.current().login());
    if (application.route() != Route.PROXY) {
      throw Problem.refused("pins-by-the-holder").asException();
    }
    String terminal =
        application.terminal().orElseThrow(() -> Problem.conflict("pins-not-due").asException());
    screen.enterPinsOfReply(terminal, jwe);
    return file.of(application);
  }
}
