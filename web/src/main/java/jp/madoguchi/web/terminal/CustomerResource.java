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

  /** The key to which the PINs that are due are sealed; it changes with each case. */
  @GET
  @Path("pins/key")
  public Response pinKey(@PathParam("terminal") String terminal) {
    return Personal.answer(screen.pinKey(terminal));
  }

  /** Each PIN that is asked for, once. */
  @POST
  @Path("pins")
  @Consumes(MediaType.APPLICATION_JSON)
  public void enterPins(@PathParam("terminal") String terminal, SealedPins pins) {
    screen.enterPins(terminal, pins.jwe());
  }
}
