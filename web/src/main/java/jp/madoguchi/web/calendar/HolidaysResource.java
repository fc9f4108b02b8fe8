package jp.madoguchi.web.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.madoguchi.calendar.CalendarAdministration;
import jp.madoguchi.calendar.HolidayImport;

/**
 * {@code /api/calendar/holidays}: a supervisor hands in the Cabinet Office's list, as the bytes of
 * syukujitsu.csv.
 */
@Path("calendar/holidays")
@RolesAllowed("SUPERVISOR")
public class HolidaysResource {

  @Inject private CalendarAdministration administration;

  @POST
  @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
  @Produces(MediaType.APPLICATION_JSON)
  public HolidayImport take(byte[] file) {
    return administration.importHolidays(file);
  }
}
