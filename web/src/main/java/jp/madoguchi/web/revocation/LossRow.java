package jp.madoguchi.web.revocation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.revocation.CardLoss;
import jp.madoguchi.revocation.CardLossDesk;
import jp.madoguchi.web.faces.PageTexts;

/**
 * A lost card on a page.
 *
 * @param days since it was reported
 * @param stateKind the kind of chip
 * @param more how it ended, or what waits; may be empty
 */
public record LossRow(
    String key,
    String name,
    String card,
    Instant reportedAt,
    long days,
    String state,
    String stateKind,
    String more) {

  static LossRow of(CardLossDesk.View view, OfficeClock clock, PageTexts texts) {
    CardLoss loss = view.loss();
    return new LossRow(
        loss.key(),
        view.holder().name(),
        loss.card().value(),
        loss.reportedAt(),
        ChronoUnit.DAYS.between(
            loss.reportedAt().atZone(OfficeClock.ZONE).toLocalDate(), clock.today()),
        texts.get("loss.state." + loss.state()),
        kind(loss.state()),
        loss.ending()
            .map(ending -> texts.get("loss.ending." + ending))
            .orElseGet(() -> view.releaseAsked() ? texts.get("loss.release.asked") : ""));
  }

  static String kind(CardLoss.State state) {
    return switch (state) {
      case HELD -> "WARNING";
      case RELEASED -> "SUCCESS";
      case REVOKED, ENDED -> "ERROR";
    };
  }

  /** By what somebody who reported it was known, in words. */
  static String identity(CardLoss loss, PageTexts texts) {
    return loss.identityCheck().stream()
        .map(one -> texts.get("loss.identity." + one))
        .collect(Collectors.joining(texts.get("list.separator")));
  }
}
