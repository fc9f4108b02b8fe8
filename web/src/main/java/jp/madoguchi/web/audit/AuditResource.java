package jp.madoguchi.web.audit;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import jp.madoguchi.audit.AuditKey;
import jp.madoguchi.audit.AuditPage;
import jp.madoguchi.audit.AuditQuery;
import jp.madoguchi.audit.AuditSearch;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;

/** The audit trail for auditors: by pages, or whole as a file. */
@Path("audit")
public class AuditResource {

  /**
   * A page of the trail.
   *
   * @param next the value of {@code after} for the next page; null on the last page
   */
  public record EventPage(List<AuditEventJson> events, String next) {}

  @Inject private AuditSearch search;
  @Inject private OfficeClock clock;

  @GET
  @Path("events")
  @Produces(MediaType.APPLICATION_JSON)
  public EventPage events(
      @BeanParam AuditFilter filter,
      @QueryParam("after") String after,
      @DefaultValue("100") @QueryParam("size") int size) {
    AuditPage page = search.search(filter.query(), key(after), size);
    return new EventPage(
        page.acts().stream().map(AuditEventJson::of).toList(),
        page.next() == null ? null : page.next().text());
  }

  /** Everything that fits, newest first, written while it is read; ends where it began. */
  @GET
  @Path("export")
  public Response export(
      @BeanParam AuditFilter filter, @DefaultValue("csv") @QueryParam("format") String format) {
    AuditExport export =
        AuditExport.in(format)
            .orElseThrow(() -> Problem.refused("request-malformed", "format").asException());
    AuditQuery query = filter.query();
    Instant begun = clock.instant();
    AuditQuery bounded =
        query.until() == null || query.until().isAfter(begun) ? query.until(begun) : query;
    AuditPage first = search.search(bounded, null, AuditSearch.LONGEST_PAGE);
    StreamingOutput stream =
        out ->
            export.write(first, key -> search.search(bounded, key, AuditSearch.LONGEST_PAGE), out);
    return Response.ok(stream, export.type())
        .header("Content-Disposition", "attachment; filename=\"audit-trail." + format + "\"")
        .build();
  }

  private static AuditKey key(String after) {
    return after == null
        ? null
        : AuditKey.parse(after)
            .orElseThrow(() -> Problem.refused("request-malformed", "after").asException());
  }
}
