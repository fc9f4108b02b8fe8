package jp.madoguchi.terminal;

import java.util.List;

/** What came of a batch: the answers so far, in order, and how it ended. */
public record BatchResult(String batch, List<Answer> answers, BatchEnd ended) {

  /** The most answers that are taken in one piece. */
  public static final int MOST_ANSWERS = 250;

  public BatchResult {
    if (batch == null || batch.length() > 64) {
      throw new UnreadableAnswerException("A result names its batch");
    }
    if (ended == null || answers == null || answers.size() > MOST_ANSWERS) {
      throw new UnreadableAnswerException("A result has up to 250 answers and says how it ended");
    }
    answers = List.copyOf(answers);
    boolean allFine = answers.stream().allMatch(Answer::ok);
    boolean lastFailed = !answers.isEmpty() && !answers.get(answers.size() - 1).ok();
    if (ended == BatchEnd.STATUS ? !lastFailed : !allFine) {
      throw new UnreadableAnswerException("The answers do not fit how the batch ended");
    }
  }

  public static BatchResult parse(String batch, List<String> answers, BatchEnd ended) {
    if (answers == null || answers.size() > MOST_ANSWERS) {
      throw new UnreadableAnswerException("A result has up to 250 answers");
    }
    return new BatchResult(batch, answers.stream().map(Answer::parse).toList(), ended);
  }

  /** Tells results of the same batch apart without keeping what the card said. */
  int fingerprint() {
    int print = ended.ordinal();
    for (Answer answer : answers) {
      print = 31 * print + answer.fingerprint();
    }
    return print;
  }

  /** The answer that ended the batch early; only with {@link BatchEnd#STATUS}. */
  public Answer last() {
    return answers.get(answers.size() - 1);
  }
}
