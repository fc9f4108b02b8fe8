package jp.madoguchi.web.cardwriting;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jp.madoguchi.cardwriting.WritingDesk;
import jp.madoguchi.web.rest.CallerLanguage;

/** How the writing of a case's card stands, for the page that shows it from a metre away. */
@Path("applications/{receptionNumber}/writing")
@Produces(MediaType.APPLICATION_JSON)
public class WritingResource {

  @EJB private WritingDesk desk;

  @GET
  public WritingJson look(
      @PathParam("receptionNumber") String receptionNumber, @Context HttpServletRequest request) {
    return WritingJson.of(desk.look(receptionNumber), CallerLanguage.of(request));
  }
}
