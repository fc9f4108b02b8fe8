package jp.madoguchi.expiry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.expiry.NoticeBundles.Bundle;
import jp.madoguchi.expiry.NoticeChoice.Why;
import jp.madoguchi.letter.ExpiryNotice;
import jp.madoguchi.letter.ExpiryNotices;
import jp.madoguchi.letter.LetterCode;
import jp.madoguchi.letter.LetterState;
import jp.madoguchi.letter.NoticeBook;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;

/** 有効期限通知書の印刷と発送: the bundles of the night, on paper, and into the post. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class NoticeDesk {

  private static final int BUNDLES_SHOWN = 100;

  @Inject private NoticeBundles bundles;
  @Inject private ExpiryNotices notices;
  @Inject private NoticeBook book;
  @Inject private NoticeChoices choices;
  @Inject private ResidentRegister register;
  @Inject private OfficeClock clock;
  @Inject private AuditTrail trail;

  /**
   * A notice with its holder.
   *
   * @param against why it is not to be sent as things are now; null where it is, or is no longer to
   *     be posted
   */
  public record Line(ExpiryNotice notice, ResidentRecord holder, Why against) {}

  /** What became of a posting. */
  public record Posted(int posted, int takenOut) {}

  /** Those with notices to post first, then the newest. */
  public List<Bundle> bundles() {
    return bundles.newest(BUNDLES_SHOWN);
  }

  /** How many notices wait for the post. */
  public long countToPost() {
    return notices.countToPost();
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  public Bundle bundle(long id) {
    return bundles.find(id).orElseThrow(() -> Problem.refused("not-found").asException());
  }

  /** The notices of a bundle in the order in which they lie in it; looking at them is an act. */
  public List<Line> lines(long id) {
    bundle(id);
    trail.record(Act.done("expiry-bundle.viewed", "EXPIRY_BUNDLE", Long.toString(id)));
    return notices.ofBundle(id).stream()
        .map(
            one ->
                new Line(
                    one,
                    register.find(one.residentId()).orElseThrow(),
                    one.state() == LetterState.PRINTED ? choices.against(one) : null))
        .toList();
  }

  /**
   * The bundle's file, as often as the printer needs it; each print is an act.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}; {@code bundle-settled} once
   *     all of its notices are posted or taken out
   */
  public byte[] file(long id) {
    bundle(id);
    byte[] pdf =
        bundles.pdf(id).orElseThrow(() -> Problem.conflict("bundle-settled").asException());
    trail.record(
        Act.done("paper.printed", "EXPIRY_BUNDLE", Long.toString(id))
            .with("paper", "EXPIRY_NOTICE"));
    return pdf;
  }

  /**
   * Confirms that the notices of a bundle are in the post. What is not to be sent any more was
   * taken out: who has died or moved, has applied, or has another address since. Nobody is written
   * to against what the register says now, so that this is judged again here.
   *
   * @param takenOut the codes that the caller saw and took out
   * @throws jp.madoguchi.problem.BusinessException {@code bundle-settled}; {@code bundle-changed}
   *     where another notice has to be taken out than those
   */
  public Posted post(long id, Set<String> takenOut) {
    bundle(id);
    List<ExpiryNotice> waiting =
        notices.lockBundle(id).stream().filter(one -> one.state() == LetterState.PRINTED).toList();
    if (waiting.isEmpty()) {
      throw Problem.conflict("bundle-settled").asException();
    }
    List<ExpiryNotice> against =
        waiting.stream().filter(one -> choices.against(one) != null).toList();
    if (!codes(against).equals(takenOut)) {
      throw Problem.conflict("bundle-changed", against.size()).asException();
    }
    against.forEach(one -> book.takeOut(one, choices.against(one).name()));
    waiting.stream().filter(one -> !against.contains(one)).forEach(book::post);
    bundles.settle(id, clock.instant());
    return new Posted(waiting.size() - against.size(), against.size());
  }

  private static Set<String> codes(List<ExpiryNotice> some) {
    return some.stream().map(one -> one.code().value()).collect(Collectors.toSet());
  }

  /** The notice with this code, whatever became of it. */
  public Optional<ExpiryNotice> find(LetterCode code) {
    return notices.find(code);
  }

  /**
   * The post brought a notice back.
   *
   * @param reason as on the envelope
   */
  public ExpiryNotice undelivered(String code, String reason) {
    return book.undelivered(code, reason);
  }
}
