package jp.madoguchi.workflow;

import java.util.Collection;
import java.util.List;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;

/**
 * Moves the process of a case; the case is named by its reception number, which is the process's
 * business key (what is no application has a key of its own). All methods take part in the caller's
 * transaction.
 */
public interface CaseProcess {

  /** A step that a person has to do now. */
  record DueStep(String step, String title, java.time.Instant since) {}

  /** A step that is due in some case, for the work list. */
  record DueCase(String receptionNumber, DueStep step) {}

  void start(String process, String receptionNumber);

  /** What is due in this case now; empty when the case waits for the card or is closed. */
  List<DueStep> due(String receptionNumber);

  /** What is due in these cases, for a list of them; a case in which nothing is due is left out. */
  List<DueCase> due(Collection<String> receptionNumbers);

  /** What is due in any application's case, oldest first. */
  List<DueCase> allDue(int limit);

  /**
   * Whoever acts at a step is told when it is not due.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code step-not-due}, naming what is due
   */
  default void requireDue(String receptionNumber, String step) {
    List<DueStep> due = due(receptionNumber);
    if (due.stream().noneMatch(one -> one.step().equals(step))) {
      throw notDue(step, due);
    }
  }

  /** {@code step-not-due}, naming what is due. */
  static BusinessException notDue(String step, List<DueStep> due) {
    String titles = String.join("、", due.stream().map(DueStep::title).toList());
    return Problem.conflict("step-not-due", step, titles).asException();
  }

  /**
   * Does a step.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code step-not-due}, naming what is due
   */
  void complete(String receptionNumber, String step);

  /**
   * Hands a message to the case, such as {@code key-staged}.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code step-not-due} when the case does not wait
   *     for it
   */
  void proceed(String receptionNumber, String message);

  /**
   * As {@link #proceed}, for what a case need not wait for.
   *
   * @return whether the case waited for it
   */
  boolean tell(String receptionNumber, String message);
}
