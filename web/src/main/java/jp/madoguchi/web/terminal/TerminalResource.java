package jp.madoguchi.web.terminal;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jp.madoguchi.terminal.PairingCodes;
import jp.madoguchi.terminal.TerminalRegister;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code /api/terminals/{id}}: what an administrator does with one terminal. */
@Path("terminals/{terminal}")
@Produces(MediaType.APPLICATION_JSON)
public class TerminalResource {

  @EJB private TerminalRegister register;

  /** A one-time code for the terminal's agent; nothing shows it again. */
  @Schema(name = "PairingCode")
  public record Code(String code, long validSeconds) {

    /** Without the code, which has no place in a log. */
    @Override
    public String toString() {
      return "pairing code for " + validSeconds + " s";
    }
  }

  /** Retires a terminal: it leaves the list, and its agent is refused. */
  @DELETE
  public void retire(@PathParam("terminal") String terminal) {
    register.retire(terminal);
  }

  /** Makes a one-time code for the terminal's agent, in place of any other. */
  @POST
  @Path("pairing-code")
  public Response pairingCode(@PathParam("terminal") String terminal) {
    return Personal.answer(
        new Code(register.pairingCode(terminal).value(), PairingCodes.WAITS.toSeconds()));
  }

  /** Revokes the credential of the terminal's agent, which is refused from its next call on. */
  @DELETE
  @Path("credential")
  public void revoke(@PathParam("terminal") String terminal) {
    register.revoke(terminal);
  }
}
