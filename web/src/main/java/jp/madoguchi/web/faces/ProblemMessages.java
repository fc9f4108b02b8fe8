package jp.madoguchi.web.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.context.FacesContext;
import java.util.Locale;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.text.Texts;

/** A problem as the pages show it: what is wrong, and what to do. */
public final class ProblemMessages {

  private ProblemMessages() {}

  private static FacesMessage of(Problem problem, Severity severity) {
    Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
    Object[] arguments = problem.arguments().toArray();
    String title = Texts.get(locale, "problem." + problem.code() + ".title", arguments);
    String next = Texts.find(locale, "problem." + problem.code() + ".next", arguments).orElse("");
    return new FacesMessage(severity, title, next);
  }

  /** Shows the problem at the head of the page. */
  public static void show(Problem problem) {
    FacesContext.getCurrentInstance().addMessage(null, of(problem, severityOf(problem)));
  }

  /** As it stands below a field, where there is one line for both. */
  static FacesMessage ofField(Problem problem) {
    FacesMessage message = of(problem, FacesMessage.SEVERITY_ERROR);
    message.setDetail((message.getSummary() + " " + message.getDetail()).strip());
    return message;
  }

  /** Shows the problem below a field and marks the field as being in error. */
  static void beside(String field, Problem problem) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.addMessage(field, ofField(problem));
    faces
        .getViewRoot()
        .invokeOnComponent(faces, field, (context, component) -> refuse(context, component, field));
  }

  /** A field in error shows what was submitted, so that is given back to it: it was converted. */
  private static void refuse(FacesContext faces, UIComponent component, String field) {
    EditableValueHolder input = (EditableValueHolder) component;
    String[] typed = faces.getExternalContext().getRequestParameterValuesMap().get(field);
    input.setValid(false);
    input.setSubmittedValue(typed == null || component instanceof UISelectMany ? typed : typed[0]);
  }

  private static Severity severityOf(Problem problem) {
    return problem.severity() == jp.madoguchi.problem.Severity.CONFLICT
        ? FacesMessage.SEVERITY_WARN
        : FacesMessage.SEVERITY_ERROR;
  }
}
