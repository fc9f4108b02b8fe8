package jp.madoguchi.web.letter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.CaseView;
import jp.madoguchi.reception.LetterDesk;
import jp.madoguchi.reception.LetterDesk.LetterLine;
import jp.madoguchi.reception.LetterPapers;
import jp.madoguchi.reception.ReturnDesk;
import jp.madoguchi.web.reception.ApplicationJson;

/** {@code /api/letters}: inquiry letters, their posting, and what comes of them. */
@Path("letters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class LettersResource {

  @Inject private LetterDesk letters;
  @Inject private ReturnDesk returns;
  @Inject private LetterPapers papers;
  @Inject private OfficeClock clock;

  /** Which letters; at most two thousand of each. */
  public enum Which {
    TO_POST,
    WAITING,
    UNDELIVERED,
    OVERDUE
  }

  /** The case that a letter belongs to, and what is to be done there now. */
  public record Opened(String receptionNumber, List<ApplicationJson.NextStep> nextSteps) {

    static Opened of(CaseView view) {
      return new Opened(view.application().receptionNumber().value(), ApplicationJson.next(view));
    }
  }

  /** The codes of letters that are in the post. */
  public record Posting(List<String> codes) {}

  @GET
  public List<LetterJson> list(@QueryParam("which") Which which) {
    if (which == null) {
      throw Problem.refused("form-incomplete", "which").asException();
    }
    return lines(which).stream().map(line -> LetterJson.of(line, clock.today())).toList();
  }

  private List<LetterLine> lines(Which which) {
    return switch (which) {
      case TO_POST -> letters.toPost();
      case WAITING -> letters.waiting();
      case UNDELIVERED -> letters.undelivered();
      case OVERDUE -> letters.overdue();
    };
  }

  /** 発送簿; today's with those that wait for the post. */
  @GET
  @Path("posting.pdf")
  @Produces(PdfAnswer.TYPE)
  public Response postingList(@QueryParam("day") String day) {
    LocalDate asked = day(day);
    return PdfAnswer.of(papers.postingListOnPaper(asked), "posting-" + asked);
  }

  /** 発送簿 for a spreadsheet. */
  @GET
  @Path("posting.csv")
  @Produces("text/csv")
  public Response postingListAsCsv(@QueryParam("day") String day) {
    LocalDate asked = day(day);
    return Response.ok(papers.postingList(asked).csv(), "text/csv; charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"posting-" + asked + ".csv\"")
        .build();
  }

  private LocalDate day(String typed) {
    return typed == null || typed.isBlank() ? clock.today() : Wareki.parse(typed);
  }

  /** Confirms that letters are in the post, all or none. */
  @POST
  @Path("posting")
  public void post(Posting posting) {
    letters.post(posting == null || posting.codes() == null ? List.of() : posting.codes());
  }

  /** The proxy is back with this letter: the case, open at the right step. */
  @POST
  @Path("{code}/return-visit")
  public Opened returnVisit(@PathParam("code") String code) {
    return Opened.of(returns.open(code));
  }

  /** The post brought this letter back; field {@code reason}. */
  @POST
  @Path("{code}/undelivered")
  public Opened undelivered(@PathParam("code") String code, Map<String, String> form) {
    return Opened.of(returns.undelivered(code, form == null ? null : form.get("reason")));
  }
}
