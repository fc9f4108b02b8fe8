package jp.madoguchi.approval;

import jp.madoguchi.problem.Problem;

/** A reason in somebody's own words, 1 to 500 characters. */
record WrittenReason(String text) {

  private static final int LONGEST = 500;

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code exception-reason}
   */
  WrittenReason {
    if (text == null || text.isBlank() || text.strip().length() > LONGEST) {
      throw Problem.refused("exception-reason", LONGEST).asException();
    }
    text = text.strip();
  }
}
