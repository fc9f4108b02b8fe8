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
import java.util.Arrays;
import java.util.Map;
import jp.madoguchi.cardwriting.CustomerScreen;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;

/**
 * The applicant's screen of a terminal. The door lets in only the browser that is paired with the
 * terminal in the path.
 */
@Path("customer/{terminal}")
@Produces(MediaType.APPLICATION_JSON)
public class CustomerResource {

  private static final int LARGEST = 1024;

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
    byte[] bytes = body.readNBytes(LARGEST + 1);
    try {
      if (bytes.length > LARGEST) {
        throw Problem.refused("body-too-large").asException();
      }
      Map<CertificateType, byte[]> pins = PinsJson.read(bytes);
      screen.enterPins(terminal, pins);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
