package jp.madoguchi.web.letter;

import java.time.Instant;
import java.time.LocalDate;
import jp.madoguchi.letter.InquiryLetter;
import jp.madoguchi.reception.CaseLine;
import jp.madoguchi.reception.LetterDesk.LetterLine;
import jp.madoguchi.web.faces.PageTexts;

/**
 * A letter in a list, in words.
 *
 * @param left how long it may still be answered
 * @param leftKind the kind of chip
 * @param near whether the work list speaks of it
 * @param next what is to be done in its case now, or how the case stands; empty where not asked for
 * @param chosen whether it was chosen when the page was sent
 */
public record LetterRow(
    String code,
    String receptionNumber,
    String name,
    String kana,
    int issue,
    Instant printedAt,
    String printedBy,
    Instant postedAt,
    LocalDate due,
    String left,
    String leftKind,
    boolean near,
    String reason,
    Instant endedAt,
    String next,
    boolean chosen) {

  static LetterRow of(LetterLine line, LocalDate today, PageTexts texts) {
    InquiryLetter letter = line.letter();
    long days = line.daysLeft(today);
    return new LetterRow(
        letter.code().value(),
        letter.receptionNumber(),
        line.to().name(),
        line.to().kana(),
        letter.issue(),
        letter.printedAt(),
        letter.printedBy(),
        letter.postedAt().orElse(null),
        letter.dueOn().orElse(null),
        left(days, texts),
        days < 0 ? "ERROR" : days == 0 || letter.remindedAt().isPresent() ? "WARNING" : "PLAIN",
        letter.remindedAt().isPresent(),
        letter.undeliveredReason().orElse(""),
        letter.endedAt().orElse(null),
        "",
        false);
  }

  private static String left(long days, PageTexts texts) {
    if (days < 0) {
      return texts.get("letters.left.over");
    }
    return days == 0 ? texts.get("letters.left.today") : texts.of("letters.left", days);
  }

  /** With what its case waits for, or how it ended. */
  LetterRow with(CaseLine line, PageTexts texts) {
    String state = texts.get("case.state." + line.application().state().name());
    return copy(
        line.due() == null ? state : texts.step(line.due().step(), line.due().title()), chosen);
  }

  LetterRow choose(boolean isChosen) {
    return copy(next, isChosen);
  }

  private LetterRow copy(String step, boolean isChosen) {
    return new LetterRow(
        code,
        receptionNumber,
        name,
        kana,
        issue,
        printedAt,
        printedBy,
        postedAt,
        due,
        left,
        leftKind,
        near,
        reason,
        endedAt,
        step,
        isChosen);
  }
}
