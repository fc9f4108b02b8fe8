package jp.madoguchi.web.pin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import jp.madoguchi.pin.PinDesk;
import jp.madoguchi.pin.PinIntake;
import jp.madoguchi.pin.PinServiceForm;
import jp.madoguchi.pin.PinServiceView;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.StepForm;
import jp.madoguchi.web.eligibility.JudgementJson;
import jp.madoguchi.web.letter.PdfAnswer;
import jp.madoguchi.web.rest.CallerLanguage;
import jp.madoguchi.web.rest.ProblemDocument;
import jp.madoguchi.web.terminal.Personal;

/** {@code /api/pin-services}: the change and the reset of a card's PINs. */
@Path("pin-services")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class PinServicesResource {

  private static final int UNPROCESSABLE = 422;

  @Inject private PinDesk desk;
  @Inject private JudgementJson judgements;
  @Context private HttpServletRequest request;

  /** Those that are open, the one that waits longest first. */
  @GET
  public Response inProgress() {
    return Personal.answer(desk.open().stream().map(PinServiceJson::of).toList());
  }

  @POST
  public Response open(@HeaderParam("Idempotency-Key") String idempotencyKey, PinServiceForm form) {
    if (form == null) {
      throw Problem.refused("request-unreadable").asException();
    }
    PinIntake intake = desk.open(form, idempotencyKey);
    if (intake instanceof PinIntake.Refused refused) {
      return Response.status(UNPROCESSABLE)
          .type(ProblemDocument.TYPE)
          .entity(judgements.problem(refused.judgement()))
          .build();
    }
    String key = ((PinIntake.Opened) intake).key();
    return Response.created(URI.create("/api/pin-services/" + key))
        .entity(whole(desk.view(key)))
        .build();
  }

  @GET
  @Path("{id}")
  public Response view(@PathParam("id") String id) {
    return Personal.answer(whole(desk.view(id)));
  }

  /** Does the step that is due: check-papers, present-card, give-back. */
  @POST
  @Path("{id}/steps/{step}")
  public Response perform(
      @PathParam("id") String id,
      @PathParam("step") String step,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      Map<String, Object> form) {
    StepForm entered = new StepForm(form == null ? Map.of() : form);
    return Personal.answer(whole(desk.perform(id, step, entered, idempotencyKey)));
  }

  /** The holder does not remember the current PIN: it is reset instead. */
  @POST
  @Path("{id}/forgotten")
  public Response forgotten(@PathParam("id") String id) {
    return Personal.answer(whole(desk.forgotten(id)));
  }

  /** Gives it up; field {@code reason}. */
  @POST
  @Path("{id}/giving-up")
  public Response giveUp(@PathParam("id") String id, Map<String, String> form) {
    return Personal.answer(whole(desk.giveUp(id, form == null ? null : form.get("reason"))));
  }

  /** How it stands; the terminal of the query is where the caller stands. */
  @GET
  @Path("{id}/progress")
  public Response progress(
      @PathParam("id") String id, @QueryParam("terminal") @DefaultValue("") String terminal) {
    return Personal.answer(
        PinServiceJson.of(desk.progress(id, terminal), terminal, CallerLanguage.of(request)));
  }

  /** Goes on at once with a card that stands still. */
  @POST
  @Path("{id}/resume")
  public void resume(
      @PathParam("id") String id, @QueryParam("terminal") @DefaultValue("") String terminal) {
    desk.resume(id, terminal);
  }

  /** 暗証番号変更・初期化の控え. */
  @GET
  @Path("{id}/slip.pdf")
  @Produces(PdfAnswer.TYPE)
  public Response slip(@PathParam("id") String id) {
    return PdfAnswer.of(desk.slip(id), "pin-" + id);
  }

  private PinServiceJson.Whole whole(PinServiceView view) {
    return PinServiceJson.of(view, CallerLanguage.of(request));
  }
}
