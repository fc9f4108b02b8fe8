package jp.madoguchi.web.faces;

import jakarta.ejb.EJBException;
import jakarta.faces.context.FacesContext;
import java.util.function.Supplier;
import jp.madoguchi.problem.BusinessException;

/** An act asked for on a page: where to go when it is done, or stay and see why it was not. */
public final class Attempt {

  private Attempt() {}

  /**
   * Does the act.
   *
   * @param act answers with the page to go to
   * @return that page, or null to stay, with the problem shown
   */
  public static String to(Supplier<String> act) {
    try {
      return act.get();
    } catch (BusinessException e) {
      ProblemMessages.show(e.problem());
      return null;
    } catch (EJBException e) {
      if (e.getCause() instanceof BusinessException cause) {
        ProblemMessages.show(cause.problem());
        return null;
      }
      throw e;
    }
  }

  /** As {@link #to(Supplier)}; when it is done, the draft of its form is dropped. */
  public static String to(String draft, Supplier<String> act) {
    String next = to(act);
    if (next != null) {
      FacesContext.getCurrentInstance().getExternalContext().getFlash().put("draftDone", draft);
    }
    return next;
  }
}
