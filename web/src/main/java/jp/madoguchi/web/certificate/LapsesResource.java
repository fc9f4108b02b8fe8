package jp.madoguchi.web.certificate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.revocation.LapseDesk;
import jp.madoguchi.web.letter.PdfAnswer;
import jp.madoguchi.web.rest.CallerLanguage;
import jp.madoguchi.web.terminal.Personal;

/** {@code /api/lapses}: whom to tell that their certificates have lapsed by the register. */
@Path("lapses")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class LapsesResource {

  @Inject private LapseDesk desk;

  /** Those who are still to be told, the one that waits longest first. */
  @GET
  public Response due(
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("100") int size,
      @Context HttpServletRequest request) {
    Locale locale = CallerLanguage.of(request);
    return Personal.answer(
        desk.due(page, size).stream().map(one -> LapseJson.of(one, locale)).toList());
  }

  @GET
  @Path("{id}")
  public Response find(@PathParam("id") String id, @Context HttpServletRequest request) {
    return Personal.answer(one(id, request));
  }

  /** 失効のお知らせ for a window envelope. */
  @GET
  @Path("{id}/notice.pdf")
  @Produces(PdfAnswer.TYPE)
  public Response notice(@PathParam("id") String id) {
    return PdfAnswer.of(desk.notice(id), "lapse-" + id);
  }

  /** The holder knows. */
  @POST
  @Path("{id}/told")
  public Response told(@PathParam("id") String id, @Context HttpServletRequest request) {
    desk.told(id);
    return Personal.answer(one(id, request));
  }

  private LapseJson one(String id, HttpServletRequest request) {
    return desk.look(id)
        .map(found -> LapseJson.of(found, CallerLanguage.of(request)))
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }
}
