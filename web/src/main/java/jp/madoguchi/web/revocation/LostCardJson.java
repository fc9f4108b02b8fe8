package jp.madoguchi.web.revocation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.approval.ApprovalState;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.proxy.ProxyForm;
import jp.madoguchi.revocation.Asker;
import jp.madoguchi.revocation.CardLoss;
import jp.madoguchi.revocation.CardLossDesk;
import jp.madoguchi.revocation.LossEnding;
import jp.madoguchi.revocation.LossForm;
import jp.madoguchi.revocation.LossVisit;
import jp.madoguchi.web.revocation.RevocationJson.ActJson;
import jp.madoguchi.web.revocation.RevocationJson.PaperJson;

/**
 * A card that was reported lost, as programs see it.
 *
 * @param id such as {@code K-12}
 * @param ending how it ended; null while it is held
 * @param visits who came for it, to have it released or revoked
 * @param release what was last asked today about its release; null where nothing was
 */
public record LostCardJson(
    String id,
    long residentId,
    String name,
    String cardSerial,
    LossForm.Channel channel,
    LossForm.Reporter reporter,
    String reporterName,
    List<LossForm.IdentityCheck> identityCheck,
    String circumstances,
    String policeNumber,
    CardLoss.State state,
    LossEnding ending,
    OffsetDateTime reportedAt,
    String reportedBy,
    OffsetDateTime endedAt,
    String endedBy,
    List<Visit> visits,
    Release release,
    List<ActJson> certificates,
    List<PaperJson> papers) {

  /** The approval that a release takes; a supervisor decides under {@code /api/approvals}. */
  public record Release(long approval, ApprovalState state, String askedBy, String reason) {

    static Release of(Approval approval) {
      return new Release(
          approval.id(), approval.state(), approval.askedBy(), approval.askedReason());
    }
  }

  /**
   * That somebody came.
   *
   * @param by who acted for the holder, and what they are to them; null where it was the holder
   */
  public record Visit(
      LossVisit.Purpose purpose,
      Route route,
      String by,
      String relation,
      OffsetDateTime receivedAt,
      String receivedBy) {

    static Visit of(LossVisit visit) {
      return new Visit(
          visit.purpose(),
          visit.who().route(),
          visit.who().proxyName().orElse(null),
          visit.who().proxyRelation().orElse(null),
          RevocationJson.inTheOffice(visit.receivedAt()),
          visit.receivedBy());
    }
  }

  /**
   * What comes of it: found or not.
   *
   * @param sameHousehold (left out for no) whether a legal representative lives in the same
   *     household
   * @param proxy who acts for the holder; null for the holder in person
   * @param confirmed the papers' codes; for a revocation {@code IRREVOCABLE} too
   * @param reason for a release: where it was found
   * @param misused (left out for no) for a revocation: whether somebody who knows the PIN may have
   *     the card
   */
  public record Outcome(
      Route route,
      Boolean sameHousehold,
      ProxyForm proxy,
      List<String> confirmed,
      String reason,
      Boolean misused) {

    Asker who() {
      return new Asker(route, Boolean.TRUE.equals(sameHousehold), proxy);
    }

    List<String> seen() {
      return Optional.ofNullable(confirmed).orElse(List.of());
    }
  }

  static LostCardJson of(CardLossDesk.View view) {
    CardLoss loss = view.loss();
    return new LostCardJson(
        loss.key(),
        loss.residentId(),
        view.holder().name(),
        loss.card().value(),
        loss.channel(),
        loss.reporter(),
        loss.reporterName(),
        loss.identityCheck(),
        loss.circumstances(),
        loss.policeNumber(),
        loss.state(),
        loss.ending().orElse(null),
        RevocationJson.inTheOffice(loss.reportedAt()),
        loss.reportedBy(),
        loss.endedAt().map(RevocationJson::inTheOffice).orElse(null),
        loss.endedBy().orElse(null),
        view.visits().stream().map(Visit::of).toList(),
        Optional.ofNullable(view.release()).map(Release::of).orElse(null),
        view.acts().stream().map(ActJson::of).toList(),
        view.papers().stream().map(PaperJson::of).toList());
  }

  /** Personal data must never end up in a log. */
  @Override
  public String toString() {
    return "LostCardJson[" + id + "]";
  }
}
