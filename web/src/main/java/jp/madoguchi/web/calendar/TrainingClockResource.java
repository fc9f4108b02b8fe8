package jp.madoguchi.web.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.calendar.OfficeClockSetting;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/** {@code /api/training/clock}: moves the office's clock; outside training it is not there. */
@Path("training/clock")
@RolesAllowed({"CLERK", "SUPERVISOR", "PROCESS_OWNER", "ADMIN"})
public class TrainingClockResource {

  /** The office's time, with its offset. */
  public record Now(OffsetDateTime now) {}

  @Inject private OfficeClockSetting setting;
  @Inject private Settings settings;

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Now move(Now target) {
    if (!settings.training()) {
      throw new NotFoundException();
    }
    if (target == null || target.now() == null) {
      throw Problem.refused("request-malformed", "now").asException();
    }
    return new Now(
        setting.moveTo(target.now().toInstant()).now().atZone(OfficeClock.ZONE).toOffsetDateTime());
  }
}
