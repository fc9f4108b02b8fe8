package jp.madoguchi.web.terminal;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jp.madoguchi.cardwriting.WritingDesk;
import jp.madoguchi.terminal.ReaderDesk;
import jp.madoguchi.web.rest.CallerLanguage;

/** What lies on a reader now, for pages that ask every few seconds. */
@Path("terminals/{terminal}/card")
@Produces(MediaType.APPLICATION_JSON)
public class CardResource {

  @EJB private ReaderDesk desk;
  @EJB private WritingDesk writing;

  @GET
  public Response card(
      @PathParam("terminal") String terminal, @Context HttpServletRequest request) {
    return Personal.answer(
        ReaderJson.of(
            desk.look(terminal), writing.unrecognised(terminal), CallerLanguage.of(request)));
  }
}
