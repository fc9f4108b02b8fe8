package jp.madoguchi.web.letter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.ClosingDesk;

/** The closing list of a day: {@code /api/closing/{date}} and {@code /api/closing/{date}.pdf}. */
@Path("closing")
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ClosingResource {

  @Inject private ClosingDesk desk;

  @GET
  @Path("{date}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response look(@PathParam("date") String date) {
    return Response.ok(desk.of(read(date))).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  @GET
  @Path("{date}.pdf")
  @Produces(PdfAnswer.TYPE)
  public Response print(@PathParam("date") String date) {
    LocalDate day = read(date);
    return PdfAnswer.of(desk.print(day), "closing-" + day);
  }

  private static LocalDate read(String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw Problem.refused("form-incomplete", "date").asException();
    }
  }
}
