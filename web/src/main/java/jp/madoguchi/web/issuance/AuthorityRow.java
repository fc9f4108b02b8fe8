package jp.madoguchi.web.issuance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.AuthorityView;
import jp.madoguchi.issuance.RenewalState;
import jp.madoguchi.web.faces.OfficeDates;
import jp.madoguchi.web.faces.PageTexts;

/**
 * An authority on the page of authorities.
 *
 * @param path as in its public addresses, {@code sign} or {@code auth}
 * @param renewal null while no rollover waits
 */
public record AuthorityRow(
    String type,
    String path,
    String title,
    List<KeyRow> keys,
    String term,
    String termKind,
    String termWord,
    WaitingRow renewal) {

  /** A key generation. */
  public record KeyRow(
      String keyId, boolean current, String home, LocalDate from, LocalDate to, boolean linked) {}

  /** A rollover that waits, or was cut off. */
  public record WaitingRow(
      long id,
      boolean cutOff,
      String home,
      String reason,
      String askedBy,
      OffsetDateTime askedAt) {}

  static AuthorityRow of(AuthorityView view, PageTexts texts, OfficeDates dates) {
    String urgency = view.term().map(term -> term.urgency().name()).orElse("NONE");
    return new AuthorityRow(
        view.type().name(),
        view.type().path(),
        texts.get("authority.of." + view.type().name()),
        view.generations().stream().map(one -> key(one, texts)).toList(),
        view.term()
            .map(
                term ->
                    texts.of(
                        "authority.term." + urgency,
                        dates.date(term.due()),
                        dates.date(term.last())))
            .orElse(""),
        switch (urgency) {
          case "FAR" -> "SUCCESS";
          case "SOON", "DUE" -> "WARNING";
          case "LATE" -> "ERROR";
          default -> "PLAIN";
        },
        texts.get("authority.urgency." + urgency),
        view.renewal().map(one -> waiting(one, texts)).orElse(null));
  }

  private static KeyRow key(AuthorityView.Generation one, PageTexts texts) {
    return new KeyRow(
        one.keyId(),
        one.current(),
        texts.get("authority.home." + one.home()),
        local(one.from()).toLocalDate(),
        local(one.to()).toLocalDate(),
        one.linked());
  }

  private static WaitingRow waiting(AuthorityView.OpenRenewal one, PageTexts texts) {
    return new WaitingRow(
        one.id(),
        one.state() == RenewalState.GRANTED,
        texts.get("authority.home." + one.home()),
        one.reason(),
        one.askedBy(),
        local(one.askedAt()));
  }

  private static OffsetDateTime local(Instant moment) {
    return moment.atZone(OfficeClock.ZONE).toOffsetDateTime();
  }
}
