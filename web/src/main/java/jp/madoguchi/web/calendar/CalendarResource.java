package jp.madoguchi.web.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.madoguchi.calendar.OpeningTimes;

/** {@code /api/calendar/{date}}: when the counter is open, for everybody. */
@Path("calendar")
@PermitAll
public class CalendarResource {

  @Inject private OpeningTimes times;

  @GET
  @Path("{date}")
  @Produces(MediaType.APPLICATION_JSON)
  public CalendarDay on(@PathParam("date") String date) {
    return CalendarDay.of(times.on(Dates.read("date", date)));
  }
}
