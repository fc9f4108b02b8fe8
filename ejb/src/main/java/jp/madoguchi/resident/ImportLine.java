package jp.madoguchi.resident;

import java.util.List;

/** What became of one line of an import. */
sealed interface ImportLine {

  /** A line whose values are all in order. */
  record Good(long line, ResidentEntry entry) implements ImportLine {}

  /** A line with every reason against it. */
  record Refused(List<LineRefusal> refusals) implements ImportLine {}
}
