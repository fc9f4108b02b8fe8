package jp.madoguchi.web.expiry;

import java.time.LocalDate;
import jp.madoguchi.expiry.NoticeChoice.Why;
import jp.madoguchi.expiry.NoticeDesk;
import jp.madoguchi.letter.LetterState;

/**
 * A notice in a bundle, as programs see it.
 *
 * @param against why it is not to be sent as things are now; null where it is
 */
public record NoticeJson(
    String code,
    int place,
    long residentId,
    String name,
    LetterState state,
    LocalDate lastDay,
    Why against) {

  static NoticeJson of(NoticeDesk.Line line) {
    return new NoticeJson(
        line.notice().code().value(),
        line.notice().place(),
        line.notice().residentId(),
        line.holder().name(),
        line.notice().state(),
        line.notice().lastDay(),
        line.against());
  }

  /** Personal data must never end up in a log. */
  @Override
  public String toString() {
    return "NoticeJson[" + code + "]";
  }
}
