package jp.madoguchi.web.cardwriting;

import jakarta.ejb.EJB;
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
import jp.madoguchi.cardwriting.WritingDesk;
import jp.madoguchi.web.rest.CallerLanguage;

/** How the writing of a case's card stands, for the pages that show it from a metre away. */
@Path("applications/{receptionNumber}/writing")
@Produces(MediaType.APPLICATION_JSON)
public class WritingResource {

  @EJB private WritingDesk desk;

  /** The terminal of the query is where the caller could go on with it. */
  @GET
  public WritingJson look(
      @PathParam("receptionNumber") String receptionNumber,
      @QueryParam("terminal") @DefaultValue("") String terminal,
      @Context HttpServletRequest request) {
    return WritingJson.of(desk.look(receptionNumber), terminal, CallerLanguage.of(request));
  }

  /** Before it begins: how the reader of this terminal stands, where the card is awaited. */
  @GET
  @Path("card")
  public CardStateJson awaited(
      @PathParam("receptionNumber") String receptionNumber,
      @QueryParam("terminal") @DefaultValue("") String terminal,
      @Context HttpServletRequest request) {
    return CardStateJson.of(desk.awaited(receptionNumber, terminal), CallerLanguage.of(request));
  }

  /** Goes on at once with a writing that stands still. */
  @POST
  @Path("resume")
  public void resume(
      @PathParam("receptionNumber") String receptionNumber,
      @QueryParam("terminal") @DefaultValue("") String terminal) {
    desk.resume(receptionNumber, terminal);
  }
}
