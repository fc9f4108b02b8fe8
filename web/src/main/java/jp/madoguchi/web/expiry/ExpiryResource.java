package jp.madoguchi.web.expiry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.expiry.EndingQuery.Standing;
import jp.madoguchi.expiry.ExpiryDesk;
import jp.madoguchi.expiry.NoticeBundles.Bundle;
import jp.madoguchi.expiry.NoticeDesk;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.letter.ExpiryNotice;
import jp.madoguchi.web.letter.PdfAnswer;

/** {@code /api/expiry}: certificates that end within three months, and the notices to holders. */
@Path("expiry")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ExpiryResource {

  private static final String RUN = "runs/{id: [0-9]{1,18}}";
  private static final String BUNDLE = "bundles/{id: [0-9]{1,18}}";

  @Inject private ExpiryDesk desk;
  @Inject private NoticeDesk notices;

  /** The codes of the notices that were taken out of the bundle before it was posted. */
  public record Posting(Set<String> takenOut) {}

  /**
   * The one that ends first first, in pages of fifty.
   *
   * @param after where the page before this one ended, as {@code next} said it
   */
  @GET
  @Path("certificates")
  public Response certificates(
      @QueryParam("type") CertificateType type,
      @QueryParam("standing") Standing standing,
      @QueryParam("from") String from,
      @QueryParam("after") String after) {
    return personal(
        EndingJson.page(
            desk.ending(
                type,
                standing,
                from == null || from.isBlank() ? null : Wareki.parse(from),
                EndingRow.place(after))));
  }

  /** As {@link #certificates}, up to ten thousand for a spreadsheet. */
  @GET
  @Path("certificates.csv")
  @Produces("text/csv")
  public Response certificatesForASpreadsheet(
      @QueryParam("type") CertificateType type,
      @QueryParam("standing") Standing standing,
      @QueryParam("from") String from) {
    byte[] csv =
        EndingCsv.of(
            desk.endingForFile(
                type, standing, from == null || from.isBlank() ? null : Wareki.parse(from)));
    return Response.ok(csv, "text/csv; charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"expiry.csv\"")
        .build();
  }

  /** The last runs of the batch that prints notices, the newest first. */
  @GET
  @Path("runs")
  public List<RunJson> runs() {
    return desk.runs().stream().map(RunJson::of).toList();
  }

  @GET
  @Path(RUN)
  public RunJson run(@PathParam("id") long id) {
    return desk.run(id).map(RunJson::of).orElseThrow(NotFoundException::new);
  }

  /** Begins a run now; it goes on in the background. */
  @POST
  @Path("runs")
  @RolesAllowed("SUPERVISOR")
  public Response begin() {
    return Response.accepted(RunJson.of(desk.begin())).build();
  }

  /** Takes a run up where it stopped. */
  @POST
  @Path(RUN + "/resumption")
  @RolesAllowed("SUPERVISOR")
  public Response resume(@PathParam("id") long id) {
    return Response.accepted(RunJson.of(desk.takeUp(id))).build();
  }

  /** Asks a run to stop after the bundle that it prints now. */
  @POST
  @Path(RUN + "/stop")
  @RolesAllowed("SUPERVISOR")
  public Response stop(@PathParam("id") long id) {
    return Response.accepted(RunJson.of(desk.stop(id))).build();
  }

  /** The bundles, those with notices to post first. */
  @GET
  @Path("bundles")
  public List<Bundle> bundles() {
    return notices.bundles();
  }

  /** The notices of a bundle; with {@code against} is not to be sent as things are now. */
  @GET
  @Path(BUNDLE)
  public Response bundle(@PathParam("id") long id) {
    return personal(notices.lines(id).stream().map(NoticeJson::of).toList());
  }

  /** The notices with their reply forms for window envelopes. */
  @GET
  @Path(BUNDLE + "/notices.pdf")
  @Produces(PdfAnswer.TYPE)
  public Response file(@PathParam("id") long id) {
    return PdfAnswer.of(notices.file(id), "expiry-notices-" + id);
  }

  /** Confirms that a bundle is in the post, without those that were taken out. */
  @POST
  @Path(BUNDLE + "/posting")
  public NoticeDesk.Posted post(@PathParam("id") long id, Posting posting) {
    return notices.post(
        id, posting == null || posting.takenOut() == null ? Set.of() : posting.takenOut());
  }

  /** The post brought this notice back; field {@code reason}. */
  @POST
  @Path("notices/{code}/undelivered")
  public Response undelivered(@PathParam("code") String code, Map<String, String> form) {
    ExpiryNotice notice = notices.undelivered(code, form == null ? null : form.get("reason"));
    return Response.ok(Map.of("code", notice.code().value(), "state", notice.state())).build();
  }

  private static Response personal(Object entity) {
    return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
