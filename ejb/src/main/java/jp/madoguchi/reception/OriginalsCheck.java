package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.paper.Originals;

/** That every paper of a visit was seen as an original, one by one (R-ORIGINALS). */
@ApplicationScoped
class OriginalsCheck {

  @Inject private PaperChecks checks;
  @Inject private Actors actors;
  @Inject private OfficeClock clock;

  /**
   * @param required the codes of the papers, each of which stands in the form's {@code confirmed}
   * @throws jp.madoguchi.problem.BusinessException {@code papers-missing}
   */
  void record(Application application, int visit, List<String> required, StepForm form) {
    Originals.require(required, form.words("confirmed"));
    String number = application.receptionNumber().value();
    String clerk = actors.current().login();
    required.forEach(
        document -> checks.add(new PaperCheck(number, visit, document, clerk, clock.instant())));
  }
}
