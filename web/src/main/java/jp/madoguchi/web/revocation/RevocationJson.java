package jp.madoguchi.web.revocation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.paper.SeenPaper;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.proxy.ProxyForm;
import jp.madoguchi.revocation.Asker;
import jp.madoguchi.revocation.RequestForm;
import jp.madoguchi.revocation.RequestKind;
import jp.madoguchi.revocation.RevocationDesk;
import jp.madoguchi.revocation.RevocationRequest;
import jp.madoguchi.revocation.StatusAct;

/**
 * A request to revoke, as programs see it.
 *
 * @param id such as {@code V-12}
 * @param by who asked for the holder; null where it was the holder
 * @param slipDue whether the slip is still to be handed over
 */
public record RevocationJson(
    String id,
    long residentId,
    String name,
    RequestKind kind,
    Route route,
    String reason,
    String by,
    OffsetDateTime receivedAt,
    String receivedBy,
    List<ActJson> certificates,
    List<PaperJson> papers,
    boolean slipDue) {

  /** What became of a certificate. */
  public record ActJson(
      String serial, CertificateType type, RevocationReason reason, OffsetDateTime at) {

    static ActJson of(StatusAct act) {
      return new ActJson(act.serial().hex(), act.type(), act.reason(), inTheOffice(act.doneAt()));
    }
  }

  /** A paper that was seen as an original. */
  public record PaperJson(String document, String confirmedBy, OffsetDateTime confirmedAt) {

    static PaperJson of(SeenPaper paper) {
      return new PaperJson(paper.document(), paper.confirmedBy(), inTheOffice(paper.confirmedAt()));
    }
  }

  /**
   * A request as it is sent.
   *
   * @param certificates serial numbers in hexadecimal
   * @param sameHousehold (left out for no) whether a legal representative lives in the same
   *     household
   * @param proxy who acts for the holder; null for the holder in person
   * @param confirmed the papers' codes, and {@code IRREVOCABLE}
   */
  public record Asked(
      long residentId,
      List<String> certificates,
      RequestKind kind,
      Route route,
      Boolean sameHousehold,
      String reason,
      ProxyForm proxy,
      List<String> confirmed) {

    RequestForm form() {
      return new RequestForm(
          residentId,
          serials(),
          kind,
          new Asker(route, Boolean.TRUE.equals(sameHousehold), proxy),
          reason,
          confirmed);
    }

    private List<CertificateSerialNumber> serials() {
      return Optional.ofNullable(certificates).orElse(List.of()).stream()
          .map(
              serial ->
                  CertificateSerialNumber.parse(serial)
                      .orElseThrow(
                          () -> Problem.refused("form-incomplete", "certificates").asException()))
          .toList();
    }
  }

  static RevocationJson of(RevocationDesk.View view) {
    RevocationRequest request = view.request();
    return new RevocationJson(
        request.key(),
        request.residentId(),
        view.holder().name(),
        request.kind(),
        request.who().route(),
        request.reason(),
        request.who().proxyName().orElse(null),
        inTheOffice(request.receivedAt()),
        request.receivedBy(),
        view.acts().stream().map(ActJson::of).toList(),
        view.papers().stream().map(PaperJson::of).toList(),
        view.slipDue());
  }

  static OffsetDateTime inTheOffice(Instant instant) {
    return instant.atZone(OfficeClock.ZONE).toOffsetDateTime();
  }

  /** Personal data must never end up in a log. */
  @Override
  public String toString() {
    return "RevocationJson[" + id + "]";
  }
}
