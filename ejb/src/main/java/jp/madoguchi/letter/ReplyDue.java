package jp.madoguchi.letter;

import java.time.LocalDate;
import jp.madoguchi.calendar.Wareki;

/**
 * Until when a letter asks for its answer (R-REPLY-DUE).
 *
 * <p>The time counts from posting, and a letter is printed before it is posted. So the day on paper
 * is the one that follows from posting it on the day of printing: posted later, the case stays open
 * for longer than the letter says, never shorter, and who keeps to the paper is in time.
 *
 * @param day 令和8年12月24日(木)
 * @param rule 発送の日から30日以内; empty when the day alone is printed
 */
public record ReplyDue(String day, String rule) {

  /** The day alone. */
  public static ReplyDue on(LocalDate day) {
    return new ReplyDue(new Wareki(day).text(), "");
  }

  /**
   * The rule with the day that follows from it when the letter is posted as expected.
   *
   * @param days counted from posting
   */
  public static ReplyDue afterPosting(int days, LocalDate expectedPosting) {
    return new ReplyDue(new Wareki(expectedPosting.plusDays(days)).text(), "発送の日から" + days + "日以内");
  }

  boolean counted() {
    return !rule.isEmpty();
  }
}
