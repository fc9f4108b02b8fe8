package jp.madoguchi.web.expiry;

import java.time.LocalDate;
import jp.madoguchi.expiry.NoticeDesk;
import jp.madoguchi.letter.LetterState;
import jp.madoguchi.web.faces.PageTexts;

/**
 * A notice in a bundle, on a page.
 *
 * @param against why it is taken out, in words; empty where it is sent
 */
public record NoticeRow(
    String code,
    int place,
    long residentId,
    String name,
    String kana,
    LocalDate lastDay,
    String state,
    String stateKind,
    String against,
    String note) {

  static NoticeRow of(NoticeDesk.Line line, PageTexts texts) {
    LetterState state = line.notice().state();
    return new NoticeRow(
        line.notice().code().value(),
        line.notice().place(),
        line.notice().residentId(),
        line.holder().name(),
        line.holder().kana(),
        line.notice().lastDay(),
        texts.get("notice.state." + state),
        kind(state),
        line.against() == null ? "" : texts.get("notice.against." + line.against()),
        line.notice()
            .note()
            .map(note -> texts.find("notice.against." + note).orElse(note))
            .orElse(""));
  }

  static String kind(LetterState state) {
    return switch (state) {
      case PRINTED -> "NOW";
      case POSTED, ANSWERED -> "SUCCESS";
      case UNDELIVERED, OVERDUE -> "WARNING";
      case VOID -> "PLAIN";
    };
  }
}
