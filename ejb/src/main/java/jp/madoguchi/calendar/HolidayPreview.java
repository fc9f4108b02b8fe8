package jp.madoguchi.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.problem.Problem;

/** What a person sees of a holiday list before it is imported. */
public sealed interface HolidayPreview {

  /** A list that can be imported, with the days on which the calendar would say something else. */
  record Importable(HolidayImport result, List<Change> changes) implements HolidayPreview {}

  /** A list that is not taken, with each line at fault; the first argument is its number. */
  record Refused(List<Problem> lines) implements HolidayPreview {}

  /**
   * A day that would change.
   *
   * @param before the holiday's name as the calendar has it now; empty: none
   * @param after its name with the list; empty: none
   */
  record Change(LocalDate date, Optional<String> before, Optional<String> after) {

    public Kind kind() {
      if (before.isEmpty()) {
        return Kind.ADDED;
      }
      return after.isEmpty() ? Kind.REMOVED : Kind.RENAMED;
    }
  }

  /** What happens to a day. */
  enum Kind {
    ADDED,
    REMOVED,
    RENAMED
  }
}
