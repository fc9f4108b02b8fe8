package jp.madoguchi.web.terminal;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import jp.madoguchi.cardwriting.CustomerScreen;

/**
 * The applicant's screen of a terminal. The door lets in only the browser that is paired with the
 * terminal in the path.
 */
@Path("customer/{terminal}")
@Produces(MediaType.APPLICATION_JSON)
public class CustomerResource {

  @EJB private CustomerScreen screen;

  @GET
  public Response see(@PathParam("terminal") String terminal) {
    return Personal.answer(screen.see(terminal));
  }

  /** {@code {"SIGNATURE": "…", "USER_AUTHENTICATION": "…"}}: each PIN that is asked for, once. */
  @POST
  @Path("pins")
  @Consumes(MediaType.APPLICATION_JSON)
  public void enterPins(@PathParam("terminal") String terminal, InputStream body)
      throws IOException {
    PinsBody.use(
        body,
        pins -> {
          screen.enterPins(terminal, pins);
          return null;
        });
  }
}
