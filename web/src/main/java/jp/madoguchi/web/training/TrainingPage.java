package jp.madoguchi.web.training;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/** The training stage's tools; in any other stage the page is not there. */
@Named("trainingPage")
@RequestScoped
public class TrainingPage {

  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  @Inject private Settings settings;
  @Inject private OfficeClock clock;

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  public void requireTraining() {
    if (!settings.training()) {
      throw Problem.refused("not-found").asException();
    }
  }

  /** The office's time in the form of a {@code datetime-local} field. */
  public String getNow() {
    return FIELD.format(clock.now());
  }
}
