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

/** {@code /api/terminals}: the counter's terminals, and the enrolment of their agents. */
@Path("terminals")
@Produces(MediaType.APPLICATION_JSON)
public class TerminalsResource {

  @EJB private TerminalRegister register;

  /** A terminal to enrol: its id in capital letters, digits and hyphens, and its name. */
  public record Enrolment(String id, String name) {}

  /** The secret by which the agent calls; nothing shows it again. */
  public record Enrolled(String id, String secret) {}

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

  /** Enrols a terminal; one that is enrolled already gets a new secret in place of the old. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response enrol(Enrolment enrolment) {
    if (enrolment == null || blank(enrolment.id()) || blank(enrolment.name())) {
      throw Problem.refused("form-incomplete", "id, name").asException();
    }
    String secret = register.enrol(enrolment.id(), enrolment.name().strip());
    return Response.created(URI.create("/api/terminals/" + enrolment.id()))
        .entity(new Enrolled(enrolment.id(), secret))
        .build();
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
