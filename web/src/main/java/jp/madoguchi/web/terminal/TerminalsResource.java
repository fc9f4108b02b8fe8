package jp.madoguchi.web.terminal;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.terminal.Terminal;
import jp.madoguchi.terminal.TerminalRegister;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code /api/terminals}: the counter's terminals, for those who look after them. */
@Path("terminals")
@Produces(MediaType.APPLICATION_JSON)
public class TerminalsResource {

  @EJB private TerminalRegister register;

  /** A terminal to add: its id in capital letters, digits and hyphens, and where it stands. */
  public record NewTerminal(String id, String name) {}

  /** A terminal as it stands. */
  @Schema(name = "Terminal")
  public record Line(String id, String name, OffsetDateTime lastSeen, String agentVersion) {

    static Line of(Terminal terminal) {
      return new Line(
          terminal.id(), terminal.name(), local(terminal.lastSeen()), terminal.agentVersion());
    }

    private static OffsetDateTime local(Instant moment) {
      return moment == null ? null : moment.atZone(OfficeClock.ZONE).toOffsetDateTime();
    }
  }

  @GET
  public List<Line> all() {
    return register.all().stream().map(Line::of).toList();
  }

  /** Adds a terminal, or brings a retired one back. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(NewTerminal terminal) {
    if (terminal == null || blank(terminal.id()) || blank(terminal.name())) {
      throw Problem.refused("form-incomplete", "id, name").asException();
    }
    register.add(terminal.id(), terminal.name().strip());
    return Response.created(URI.create("/api/terminals/" + terminal.id())).build();
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
