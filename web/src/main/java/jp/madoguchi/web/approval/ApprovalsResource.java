package jp.madoguchi.web.approval;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.approval.ApprovalDesk;
import jp.madoguchi.approval.Request;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.ApplicationForm;
import jp.madoguchi.reception.ReceptionDesk;
import jp.madoguchi.web.rest.CallerLanguage;

/** {@code /api/approvals}: exceptions, asked for at the counter and decided by a supervisor. */
@Path("approvals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ApprovalsResource {

  /** For which application, and why. */
  public record Asked(ApplicationForm application, String reason) {}

  /** Granted or not, and why. */
  public record Decision(Boolean granted, String reason) {}

  @Inject private ApprovalDesk desk;
  @Inject private ReceptionDesk reception;
  @Context private HttpServletRequest request;

  /** What the caller asked for today. */
  @GET
  public List<ApprovalJson> own() {
    return json(desk.own());
  }

  /** What waits for a supervisor's decision today, the longest waiting first. */
  @GET
  @Path("waiting")
  @RolesAllowed("SUPERVISOR")
  public List<ApprovalJson> waiting() {
    return json(desk.waiting());
  }

  /** Asks for every exception without which the application is refused. */
  @POST
  public Response ask(Asked asked) {
    if (asked == null || asked.application() == null) {
      throw Problem.refused("request-malformed", "application").asException();
    }
    return Response.status(Response.Status.CREATED)
        .entity(
            reception.askException(asked.application(), asked.reason()).stream()
                .map(approval -> ApprovalJson.of(approval, locale()))
                .toList())
        .build();
  }

  @GET
  @Path("{id}")
  public ApprovalJson view(@PathParam("id") long id) {
    return ApprovalJson.of(desk.view(id), locale());
  }

  @POST
  @Path("{id}/decision")
  @RolesAllowed("SUPERVISOR")
  public ApprovalJson decide(@PathParam("id") long id, Decision decision) {
    if (decision == null || decision.granted() == null) {
      throw Problem.refused("request-malformed", "granted").asException();
    }
    return ApprovalJson.of(desk.decide(id, decision.granted(), decision.reason()), locale());
  }

  /** Who asked takes it back. */
  @POST
  @Path("{id}/withdrawal")
  public ApprovalJson withdraw(@PathParam("id") long id) {
    return ApprovalJson.of(desk.withdraw(id), locale());
  }

  private List<ApprovalJson> json(List<Request> requests) {
    return requests.stream().map(one -> ApprovalJson.of(one, locale())).toList();
  }

  private Locale locale() {
    return CallerLanguage.of(request);
  }
}
