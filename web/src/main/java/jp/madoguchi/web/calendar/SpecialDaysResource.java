package jp.madoguchi.web.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.calendar.CalendarAdministration;
import jp.madoguchi.calendar.OpeningHours;
import jp.madoguchi.calendar.SpecialDay;
import jp.madoguchi.problem.Problem;

/** {@code /api/calendar/special-days}: a supervisor's further closed and shorter days. */
@Path("calendar/special-days")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("SUPERVISOR")
public class SpecialDaysResource {

  /** One coming special day; without hours it is closed. */
  public record Day(LocalDate date, LocalTime from, LocalTime to, String reason) {

    static Day of(SpecialDay day) {
      return new Day(
          day.date(),
          day.hours().map(OpeningHours::from).orElse(null),
          day.hours().map(OpeningHours::to).orElse(null),
          day.reason());
    }
  }

  /** What is entered for a day: both ends of its shorter hours, or neither to close it. */
  public record Entry(LocalTime from, LocalTime to, String reason) {

    Optional<OpeningHours> hours() {
      if (from == null && to == null) {
        return Optional.empty();
      }
      if (from == null || to == null || !from.isBefore(to)) {
        throw Problem.refused("request-malformed", from == null ? "from" : "to").asException();
      }
      return Optional.of(new OpeningHours(from, to));
    }
  }

  @Inject private CalendarAdministration administration;

  @GET
  public List<Day> coming() {
    return administration.comingSpecialDays().stream().map(Day::of).toList();
  }

  @PUT
  @Path("{date}")
  @Consumes(MediaType.APPLICATION_JSON)
  public void enter(@PathParam("date") String date, Entry entry) {
    if (entry == null) {
      throw Problem.refused("request-unreadable").asException();
    }
    administration.enter(Dates.read("date", date), entry.hours(), entry.reason());
  }

  @DELETE
  @Path("{date}")
  public void remove(@PathParam("date") String date) {
    administration.remove(Dates.read("date", date));
  }
}
