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
import jp.madoguchi.revocation.RevocationDesk;
import jp.madoguchi.web.letter.PdfAnswer;
import jp.madoguchi.web.terminal.Personal;

/** {@code /api/revocations}: 失効申請 and 秘密鍵漏えい等届. */
@Path("revocations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class RevocationsResource {

  @Inject private RevocationDesk desk;

  /** Takes a request and revokes at once. */
  @POST
  public Response receive(
      @HeaderParam("Idempotency-Key") String idempotencyKey, RevocationJson.Asked asked) {
    if (asked == null) {
      throw Problem.refused("request-unreadable").asException();
    }
    RevocationJson done = RevocationJson.of(desk.receive(asked.form(), idempotencyKey));
    return Response.created(URI.create("/api/revocations/" + done.id())).entity(done).build();
  }

  /** The newest first. */
  @GET
  public Response page(
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("100") int size) {
    return Personal.answer(desk.page(page, size).stream().map(RevocationJson::of).toList());
  }

  /** The codes of the papers that a request asks for. */
  @GET
  @Path("papers")
  public List<String> papers(
      @QueryParam("residentId") long residentId,
      @QueryParam("route") Route route,
      @QueryParam("sameHousehold") boolean sameHousehold) {
    if (route == null) {
      throw Problem.refused("form-incomplete", "route").asException();
    }
    return desk.papers(residentId, route, sameHousehold);
  }

  @GET
  @Path("{id}")
  public Response find(@PathParam("id") String id) {
    return Personal.answer(RevocationJson.of(desk.look(id)));
  }

  /** 失効受付票. */
  @GET
  @Path("{id}/slip.pdf")
  @Produces(PdfAnswer.TYPE)
  public Response slip(@PathParam("id") String id) {
    return PdfAnswer.of(desk.slip(id), "revocation-" + id);
  }

  /** The slip was handed over; the request is done. */
  @POST
  @Path("{id}/slip-given")
  public Response slipGiven(@PathParam("id") String id) {
    return Personal.answer(RevocationJson.of(desk.slipGiven(id)));
  }
}
