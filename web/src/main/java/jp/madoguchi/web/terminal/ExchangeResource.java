package jp.madoguchi.web.terminal;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.terminal.Breach;
import jp.madoguchi.terminal.ExchangeRequest;
import jp.madoguchi.terminal.TerminalExchange;
import jp.madoguchi.terminal.UnreadableAnswerException;
import jp.madoguchi.web.terminal.ExchangeJson.Program;

/** {@code POST /api/terminals/{id}/exchange}: a reader agent brings results and takes work. */
@Path("terminals/{terminal}/exchange")
public class ExchangeResource {

  /** Several times the answers of the longest batch, in bytes. */
  private static final int LARGEST = 64 * 1024;

  private static final long PATIENCE_SECONDS = 25;

  @EJB private TerminalExchange exchange;

  /** Answered at once when there is work, and otherwise after 25 seconds with nothing (204). */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void exchange(
      @PathParam("terminal") String terminal,
      @Context SecurityContext security,
      InputStream body,
      @Suspended AsyncResponse response)
      throws IOException {
    if (!security.getUserPrincipal().getName().equals(terminal)) {
      throw new ForbiddenException();
    }
    ExchangeRequest request = read(terminal, body);
    WaitingAgent agent = new WaitingAgent(response);
    exchange.exchange(terminal, request, agent);
    if (!response.isDone()) {
      response.setTimeoutHandler(late -> agent.nothing());
      response.setTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private ExchangeRequest read(String terminal, InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      exchange.breached(terminal, Breach.MESSAGE_TOO_LARGE);
      throw Problem.refused("body-too-large", LARGEST / 1024).asException();
    }
    try {
      Program program = ExchangeJson.program(bytes);
      exchange.admit(terminal, program.agentVersion(), program.form());
      return ExchangeJson.read(bytes);
    } catch (UnreadableAnswerException e) {
      exchange.breached(terminal, Breach.MESSAGE_MALFORMED);
      throw Problem.refused("exchange-malformed").asException();
    }
  }
}
