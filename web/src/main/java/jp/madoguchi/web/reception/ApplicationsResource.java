package jp.madoguchi.web.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.ApplicationForm;
import jp.madoguchi.reception.ApplicationQuery;
import jp.madoguchi.reception.ApplicationState;
import jp.madoguchi.reception.CaseDesk;
import jp.madoguchi.reception.Reception.Received;
import jp.madoguchi.reception.Reception.Refused;
import jp.madoguchi.reception.ReceptionDesk;
import jp.madoguchi.reception.ReceptionNumber;
import jp.madoguchi.reception.StepForm;
import jp.madoguchi.reception.WorkList;
import jp.madoguchi.web.eligibility.JudgementJson;

/** {@code /api/applications}: reception, the cases and their steps. */
@Path("applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ApplicationsResource {

  private static final int UNPROCESSABLE = 422;

  @Inject private ReceptionDesk desk;
  @Inject private CaseDesk cases;
  @Inject private WorkList work;
  @Inject private JudgementJson judgements;

  /** What the rules say of a form as it stands; nothing is stored. */
  @POST
  @Path("judgement")
  public Object judge(ApplicationForm form) {
    return judgements.of(desk.judge(given(form)));
  }

  @POST
  public Response receive(
      @HeaderParam("Idempotency-Key") String idempotencyKey, ApplicationForm form) {
    var answer = desk.receive(given(form), idempotencyKey);
    if (answer instanceof Refused refused) {
      return Response.status(UNPROCESSABLE)
          .type("application/problem+json")
          .entity(judgements.problem(refused.judgement()))
          .build();
    }
    ReceptionNumber number = ((Received) answer).receptionNumber();
    return Response.created(URI.create("/api/applications/" + number))
        .entity(ApplicationJson.whole(cases.view(number)))
        .build();
  }

  @GET
  @RolesAllowed({"CLERK", "SUPERVISOR", "AUDITOR"})
  public List<ApplicationJson.Line> page(
      @QueryParam("status") String status, @QueryParam("page") @DefaultValue("1") int page) {
    return cases.page(new ApplicationQuery(state(status), null, page)).stream()
        .map(ApplicationJson::line)
        .toList();
  }

  /** What waits for the counter's staff now, the longest waiting first. */
  @GET
  @Path("due")
  public List<ApplicationJson.Line> due() {
    return work.due().stream().map(ApplicationJson::line).toList();
  }

  @GET
  @Path("{receptionNumber}")
  @RolesAllowed({"CLERK", "SUPERVISOR", "AUDITOR"})
  public ApplicationJson.Whole view(@PathParam("receptionNumber") String number) {
    return ApplicationJson.whole(cases.view(read(number)));
  }

  @POST
  @Path("{receptionNumber}/steps/{step}")
  public ApplicationJson.Whole perform(
      @PathParam("receptionNumber") String number,
      @PathParam("step") String step,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      Map<String, Object> form) {
    StepForm entered = new StepForm(form == null ? Map.of() : form);
    return ApplicationJson.whole(cases.perform(read(number), step, entered, idempotencyKey));
  }

  @POST
  @Path("{receptionNumber}/holder")
  public ApplicationJson.Whole takeOver(@PathParam("receptionNumber") String number) {
    return ApplicationJson.whole(cases.takeOver(read(number)));
  }

  @POST
  @Path("{receptionNumber}/withdrawal")
  public ApplicationJson.Whole withdraw(
      @PathParam("receptionNumber") String number, Map<String, String> form) {
    return ApplicationJson.whole(cases.withdraw(read(number), text(form, "reason")));
  }

  @POST
  @Path("{receptionNumber}/notes")
  public ApplicationJson.Whole write(
      @PathParam("receptionNumber") String number, Map<String, String> form) {
    return ApplicationJson.whole(cases.write(read(number), text(form, "text")));
  }

  private static ApplicationForm given(ApplicationForm form) {
    if (form == null) {
      throw Problem.refused("request-unreadable").asException();
    }
    return form;
  }

  private static String text(Map<String, String> form, String field) {
    return form == null ? null : form.get(field);
  }

  private static ReceptionNumber read(String number) {
    return ReceptionNumber.read(number)
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }

  private static ApplicationState state(String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    try {
      return ApplicationState.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw Problem.refused("form-incomplete", "status").asException();
    }
  }
}
