package jp.madoguchi.web.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jp.madoguchi.calendar.CalendarAdministration;
import jp.madoguchi.calendar.HolidayImport;
import jp.madoguchi.web.rest.CallerLanguage;

/**
 * {@code /api/calendar/holidays}: a supervisor hands in the Cabinet Office's list, as the bytes of
 * syukujitsu.csv.
 */
@Path("calendar/holidays")
@RolesAllowed("SUPERVISOR")
public class HolidaysResource {

  @Inject private CalendarAdministration administration;

  /** What the list would change, or which of its lines are refused; nothing is kept. */
  @POST
  @Path("preview")
  @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
  @Produces(MediaType.APPLICATION_JSON)
  public HolidayPreviewJson preview(byte[] file, @Context HttpServletRequest request) {
    return HolidayPreviewJson.of(administration.preview(file), CallerLanguage.of(request));
  }

  @POST
  @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
  @Produces(MediaType.APPLICATION_JSON)
  public HolidayImport take(byte[] file) {
    return administration.importHolidays(file);
  }
}
