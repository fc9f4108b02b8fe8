package jp.madoguchi.web.security;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.madoguchi.staff.DevicePairing;

/** The applicants' screens of a terminal. */
@Path("terminals/{terminal}/screens")
@Produces(MediaType.APPLICATION_JSON)
public class ScreenResource {

  /** The one-time link, to be opened on the applicant's screen. */
  public record ScreenLink(String path, long validSeconds) {}

  @Inject private DevicePairing pairing;

  @POST
  public ScreenLink link(@PathParam("terminal") String terminal) {
    return new ScreenLink(
        "/customer/pair?code=" + pairing.codeForSecondScreen(terminal),
        DevicePairing.CODE_WAITS.toSeconds());
  }

  /** Ends them all. */
  @DELETE
  public void end(@PathParam("terminal") String terminal) {
    pairing.endSecondScreens(terminal);
  }
}
