package jp.madoguchi.web.resident;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.resident.ImportProgress;
import jp.madoguchi.resident.ResidentImport;

/** Handing the resident register over as CSV, and what became of it. */
@Path("residents")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

  private static final String ONE = "imports/{id: [0-9]{1,18}}";

  @EJB private ResidentImport imports;

  /**
   * Takes a CSV file in UTF-8, streamed, and answers 202 as soon as it is received whole; the
   * import goes on in the background, and {@code Location} tells how far it is.
   */
  @POST
  @Path("import")
  @Consumes("text/csv")
  public Response start(InputStream csv, @Context UriInfo uri) {
    ImportProgress progress = imports.start(csv);
    return Response.accepted(ImportJson.of(progress))
        .location(
            uri.getBaseUriBuilder()
                .path("residents/imports/{id}")
                .build(Long.toString(progress.id())))
        .build();
  }

  @GET
  @Path("imports")
  public List<ImportJson> newest() {
    return imports.newest().stream().map(ImportJson::of).toList();
  }

  @GET
  @Path(ONE)
  public ImportJson find(@PathParam("id") long id) {
    return ImportJson.of(known(id));
  }

  /** Each refused line with field and reason, in the caller's language. */
  @GET
  @Path(ONE + "/refusals.csv")
  @Produces("text/csv; charset=UTF-8")
  public Response refusals(@PathParam("id") long id, @Context HttpHeaders headers) {
    known(id);
    RefusalReport report =
        new RefusalReport(last -> imports.refusalsAfter(id, last), language(headers));
    StreamingOutput body = report::write;
    return Response.ok(body)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"resident-import-" + id + "-refused.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private ImportProgress known(long id) {
    return imports.find(id).orElseThrow(NotFoundException::new);
  }

  private static Locale language(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals("en") || language.equals("ja"))
        .findFirst()
        .map(Locale::forLanguageTag)
        .orElse(Locale.JAPANESE);
  }
}
