package jp.madoguchi.web.letter;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import jp.madoguchi.letter.InquiryLetter;
import jp.madoguchi.letter.LetterState;
import jp.madoguchi.reception.LetterDesk.LetterLine;
import jp.madoguchi.web.reception.ApplicationJson;

/** A letter as other programs see it. */
public record LetterJson(
    String code,
    String receptionNumber,
    int issue,
    LetterState state,
    String name,
    OffsetDateTime printedAt,
    OffsetDateTime postedAt,
    LocalDate dueOn,
    Long daysLeft,
    boolean reminded,
    String undeliveredReason) {

  static LetterJson of(LetterLine line, LocalDate today) {
    InquiryLetter letter = line.letter();
    return new LetterJson(
        letter.code().value(),
        letter.receptionNumber(),
        letter.issue(),
        letter.state(),
        line.to().name(),
        ApplicationJson.at(letter.printedAt()),
        letter.postedAt().map(ApplicationJson::at).orElse(null),
        letter.dueOn().orElse(null),
        letter.dueOn().isPresent() ? line.daysLeft(today) : null,
        letter.remindedAt().isPresent(),
        letter.undeliveredReason().orElse(null));
  }
}
