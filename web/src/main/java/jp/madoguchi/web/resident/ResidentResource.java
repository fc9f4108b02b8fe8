package jp.madoguchi.web.resident;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.calendar.WarekiReading;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.ResidentQuery;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentSearch;

/** Looking up residents. */
@Path("residents")
@Produces(MediaType.APPLICATION_JSON)
public class ResidentResource {

  @EJB private ResidentSearch residents;

  /**
   * Residents to whom everything given applies.
   *
   * @param kana the beginning of the reading, in any kana
   * @param name the beginning of the name
   * @param birthDate in ISO form, as eight digits or in era form
   * @param card a card's serial number
   */
  @GET
  public Response search(
      @QueryParam("kana") String kana,
      @QueryParam("name") String name,
      @QueryParam("birthDate") String birthDate,
      @QueryParam("card") String card,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("20") int size) {
    ResidentQuery query =
        new ResidentQuery(kana, name, birthDate(birthDate), serial(card), page, size);
    return personal(ResidentJson.Page.of(residents.search(query)));
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  public Response find(@PathParam("id") long id) {
    ResidentRecord resident = residents.find(id).orElseThrow(NotFoundException::new);
    return personal(ResidentJson.of(resident, residents.cardsOf(resident)));
  }

  private static LocalDate birthDate(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (Wareki.read(text) instanceof WarekiReading.Read read) {
      return read.date();
    }
    throw Problem.refused("resident-query-birth-date").asException();
  }

  private static CardSerial serial(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return CardSerial.read(text)
        .orElseThrow(() -> Problem.refused("resident-query-card").asException());
  }

  private static Response personal(Object entity) {
    CacheControl neverKept = new CacheControl();
    neverKept.setNoStore(true);
    return Response.ok(entity).cacheControl(neverKept).build();
  }
}
