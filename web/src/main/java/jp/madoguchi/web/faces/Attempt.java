package jp.madoguchi.web.faces;

import jakarta.ejb.EJBException;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.web.rest.ProblemOf;

/** An act asked for on a page: where to go when it is done, or stay and see why it was not. */
public final class Attempt {

  private static final int UNAVAILABLE = 503;

  private Attempt() {}

  /**
   * Does the act.
   *
   * @param act answers with the page to go to
   * @return that page, or null to stay, with the problem shown
   */
  public static String to(Supplier<String> act) {
    return to(Map.of(), act);
  }

  /**
   * As {@link #to(Supplier)}, with each problem beside the field that it is about.
   *
   * @param fields the ids of fields by the codes of problems; all others stand at the page's head
   */
  public static String to(Map<String, String> fields, Supplier<String> act) {
    try {
      return act.get();
    } catch (BusinessException e) {
      show(fields, e.problem());
      return null;
    } catch (EJBException e) {
      if (e.getCause() instanceof BusinessException cause) {
        show(fields, cause.problem());
        return null;
      }
      ProblemMessages.show(outage(e));
      return null;
    }
  }

  /** A store that is away or full is named; anything else is a bug and goes on its way. */
  private static Problem outage(EJBException thrown) {
    return ProblemOf.exception(thrown)
        .filter(problem -> problem.status() == UNAVAILABLE)
        .map(problem -> Problem.unavailable(problem.code(), problem.arguments().toArray()))
        .orElseThrow(() -> thrown);
  }

  private static void show(Map<String, String> fields, Problem problem) {
    Optional.ofNullable(fields.get(problem.code()))
        .ifPresentOrElse(
            field -> ProblemMessages.beside(field, problem), () -> ProblemMessages.show(problem));
  }

  /** As {@link #to(Supplier)}; when it is done, the draft of its form is dropped. */
  public static String to(String draft, Supplier<String> act) {
    return to(draft, Map.of(), act);
  }

  /** As {@link #to(Map, Supplier)}; when it is done, the draft of its form is dropped. */
  public static String to(String draft, Map<String, String> fields, Supplier<String> act) {
    String next = to(fields, act);
    if (next != null) {
      FacesContext.getCurrentInstance().getExternalContext().getFlash().put("draftDone", draft);
    }
    return next;
  }
}
