package jp.madoguchi.web.issuance;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.AuthorityState;
import jp.madoguchi.issuance.AuthorityView;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.KeyHome;
import jp.madoguchi.issuance.RenewalDesk;
import jp.madoguchi.issuance.RenewalState;
import jp.madoguchi.issuance.RenewalTerm;
import jp.madoguchi.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code /api/authorities}: the authorities' keys, and their rollover by two persons. */
@Path("authorities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuthoritiesResource {

  /** Where the next key is made, and why. */
  public record NewRenewal(KeyHome home, String reason) {}

  /** Granted or not, and why. */
  @Schema(name = "RenewalDecision")
  public record Decision(Boolean granted, String reason) {}

  /** A key. */
  @Schema(name = "AuthorityKey")
  public record Key(
      String keyId, boolean current, KeyHome home, OffsetDateTime from, OffsetDateTime to) {}

  /** A rollover that waits for a decision, or that was granted and cut off. */
  @Schema(name = "AuthorityRenewal")
  public record Waiting(
      long id,
      KeyHome home,
      RenewalState state,
      String reason,
      String askedBy,
      OffsetDateTime askedAt) {}

  /** An authority as it stands. */
  @Schema(name = "Authority")
  public record Line(
      CertificateType type,
      List<Key> keys,
      LocalDate nextKeyDue,
      RenewalTerm.Urgency urgency,
      Waiting renewal) {}

  /** Who issues, whether it does, and with which keys. */
  @Schema(name = "Authorities")
  public record All(String adapter, String state, List<Line> authorities) {}

  @EJB private RenewalDesk desk;
  @Inject private AuthorityState state;

  @GET
  public All all() {
    AuthorityState.Now now = state.now();
    return new All(
        now.adapter().word(),
        now.word(),
        desk.authorities().stream().map(AuthoritiesResource::line).toList());
  }

  @POST
  @Path("{type}/renewals")
  public Response ask(@PathParam("type") CertificateType type, NewRenewal renewal) {
    if (renewal == null || renewal.home() == null) {
      throw Problem.refused("request-malformed", "home").asException();
    }
    long id = desk.ask(type, renewal.home(), renewal.reason());
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }

  @POST
  @Path("renewals/{id}/decision")
  public All decide(@PathParam("id") long id, Decision decision) {
    if (decision == null || decision.granted() == null) {
      throw Problem.refused("request-malformed", "granted").asException();
    }
    desk.decide(id, decision.granted(), decision.reason());
    return all();
  }

  /** Goes on with what was granted and cut off. */
  @POST
  @Path("renewals/{id}/resumption")
  public All resume(@PathParam("id") long id) {
    desk.resume(id);
    return all();
  }

  @POST
  @Path("renewals/{id}/withdrawal")
  public All withdraw(@PathParam("id") long id) {
    desk.withdraw(id);
    return all();
  }

  private static Line line(AuthorityView view) {
    return new Line(
        view.type(),
        view.generations().stream()
            .map(
                one ->
                    new Key(
                        one.keyId(), one.current(), one.home(), local(one.from()), local(one.to())))
            .toList(),
        view.term().map(RenewalTerm::due).orElse(null),
        view.term().map(RenewalTerm::urgency).orElse(null),
        view.renewal()
            .map(
                one ->
                    new Waiting(
                        one.id(),
                        one.home(),
                        one.state(),
                        one.reason(),
                        one.askedBy(),
                        local(one.askedAt())))
            .orElse(null));
  }

  private static OffsetDateTime local(Instant moment) {
    return moment.atZone(OfficeClock.ZONE).toOffsetDateTime();
  }
}
