package jp.madoguchi.web.terminal;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.terminal.IssuedCredential;
import jp.madoguchi.terminal.TerminalEnrolment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a terminal's agent comes to its credential: by a one-time code, later by the one it has. */
@Path("terminals/{terminal}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentResource {

  @EJB private TerminalEnrolment enrolment;

  /**
   * The code as a person typed it.
   *
   * @param request PKCS#10 in Base64, for a client certificate; null, in training: for a secret
   */
  public record Enrolment(String code, String request) {

    /** Without the code, which has no place in a log. */
    @Override
    public String toString() {
      return "enrolment";
    }
  }

  /**
   * What the next credential is to be.
   *
   * @param request as at the enrolment
   */
  public record Renewal(String request) {}

  /**
   * The credential; nothing shows it again.
   *
   * @param certificate DER in Base64; null where it was not requested
   * @param secret for HTTP Basic; null where a certificate was requested
   */
  @Schema(name = "TerminalCredential")
  public record Credential(String terminal, String certificate, String secret, Instant validUntil) {

    static Credential of(IssuedCredential issued) {
      return new Credential(
          issued.terminal(),
          issued.certificate().map(Base64.getEncoder()::encodeToString).orElse(null),
          issued.secret().orElse(null),
          issued.validUntil());
    }

    /** Without the secret, which has no place in a log. */
    @Override
    public String toString() {
      return terminal;
    }
  }

  /** Enrols the terminal's agent by a one-time code. */
  @POST
  @Path("enrolment")
  public Response enrol(@PathParam("terminal") String terminal, Enrolment asked) {
    if (asked == null || asked.code() == null) {
      throw Problem.refused("form-incomplete", "code").asException();
    }
    return answer(
        enrolment
            .enrol(terminal, asked.code(), decoded(asked.request()))
            .orElseThrow(() -> Problem.refused("pairing-code-refused").asException()));
  }

  /** Gives the agent its next credential; the present one stays good until that one was used. */
  @POST
  @Path("credential")
  public Response renew(
      @PathParam("terminal") String terminal, @Context SecurityContext security, Renewal asked) {
    if (!security.getUserPrincipal().getName().equals(terminal)) {
      throw new ForbiddenException();
    }
    return answer(enrolment.renew(terminal, decoded(asked == null ? null : asked.request())));
  }

  private static Response answer(IssuedCredential issued) {
    return Personal.answer(Credential.of(issued));
  }

  private static Optional<byte[]> decoded(String request) {
    try {
      return Optional.ofNullable(request).map(Base64.getDecoder()::decode);
    } catch (IllegalArgumentException e) {
      throw Problem.refused("terminal-request-malformed").asException();
    }
  }
}
