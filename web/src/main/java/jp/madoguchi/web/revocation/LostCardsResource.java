package jp.madoguchi.web.revocation;

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
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.revocation.CardLossDesk;
import jp.madoguchi.revocation.LossForm;
import jp.madoguchi.revocation.RequiredPapers.Service;
import jp.madoguchi.web.letter.PdfAnswer;
import jp.madoguchi.web.terminal.Personal;

/** {@code /api/lost-cards}: カードの紛失, held, and later released or revoked. */
@Path("lost-cards")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class LostCardsResource {

  @Inject private CardLossDesk desk;

  /** Takes a report and holds the card at once. */
  @POST
  public Response report(@HeaderParam("Idempotency-Key") String idempotencyKey, LossForm form) {
    LostCardJson held = LostCardJson.of(desk.report(given(form), idempotencyKey));
    return Response.created(URI.create("/api/lost-cards/" + held.id())).entity(held).build();
  }

  /** Those that are held, longest first; with {@code ended=true} the others, the last one first. */
  @GET
  public Response page(
      @QueryParam("ended") boolean ended,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("100") int size) {
    List<CardLossDesk.View> found = ended ? desk.ended(page, size) : desk.held(page, size);
    return Personal.answer(found.stream().map(LostCardJson::of).toList());
  }

  @GET
  @Path("{id}")
  public Response find(@PathParam("id") String id) {
    return Personal.answer(LostCardJson.of(desk.look(id)));
  }

  /** The codes of the papers that a release, or a revocation, asks for. */
  @GET
  @Path("{id}/papers")
  public List<String> papers(
      @PathParam("id") String id,
      @QueryParam("service") Service service,
      @QueryParam("route") Route route,
      @QueryParam("sameHousehold") boolean sameHousehold) {
    if (service == null || route == null) {
      throw Problem.refused("form-incomplete", service == null ? "service" : "route").asException();
    }
    return desk.papers(id, service, route, sameHousehold);
  }

  /**
   * It was found: asks a second person to release it, which a supervisor does by granting the
   * approval that the answer names.
   */
  @POST
  @Path("{id}/release")
  public Response release(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      LostCardJson.Outcome outcome) {
    LostCardJson.Outcome found = given(outcome);
    return Personal.answer(
        LostCardJson.of(
            desk.askRelease(id, found.who(), found.seen(), found.reason(), idempotencyKey)));
  }

  /** It was not found: revokes for good. */
  @POST
  @Path("{id}/revoke")
  public Response revoke(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      LostCardJson.Outcome outcome) {
    LostCardJson.Outcome lost = given(outcome);
    return Personal.answer(
        LostCardJson.of(
            desk.revoke(
                id, lost.who(), lost.seen(), Boolean.TRUE.equals(lost.misused()), idempotencyKey)));
  }

  /** What became of the certificates, on paper. */
  @GET
  @Path("{id}/slip.pdf")
  @Produces(PdfAnswer.TYPE)
  public Response slip(@PathParam("id") String id) {
    return PdfAnswer.of(desk.slip(id), "lost-card-" + id);
  }

  private static <T> T given(T form) {
    if (form == null) {
      throw Problem.refused("request-unreadable").asException();
    }
    return form;
  }
}
