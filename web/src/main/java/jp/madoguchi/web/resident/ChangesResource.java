package jp.madoguchi.web.resident;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.RegisterChanges;
import jp.madoguchi.web.rest.CallerLanguage;

/** The resident register hands over its changes as they occur. */
@Path("residents/changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChangesResource {

  @EJB private RegisterChanges register;

  /**
   * Takes one change or a list, and answers each in its place; one that is refused keeps none of
   * the others back. Sent again, whether the answer was lost or not, nothing counts twice.
   */
  @POST
  public List<ChangeAnswerJson> take(ChangesJson changes, @Context HttpServletRequest request) {
    if (changes.changes().stream().anyMatch(Objects::isNull)) {
      throw Problem.refused("form-incomplete", "changeId").asException();
    }
    Locale locale = CallerLanguage.of(request);
    return register.take(changes.forms()).stream()
        .map(answer -> ChangeAnswerJson.of(answer, locale))
        .toList();
  }
}
