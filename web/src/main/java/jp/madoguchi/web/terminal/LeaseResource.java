package jp.madoguchi.web.terminal;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jp.madoguchi.terminal.TerminalRegister;

/** A supervisor gives a reader back, whichever case holds it. */
@Path("terminals/{terminal}/lease")
public class LeaseResource {

  @EJB private TerminalRegister register;

  /** The reason stands in the history of the case. */
  @DELETE
  public void release(@PathParam("terminal") String terminal, @QueryParam("reason") String reason) {
    register.releaseReader(terminal, reason);
  }
}
