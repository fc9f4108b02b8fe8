package jp.madoguchi.terminal;

import java.util.OptionalInt;
import jp.madoguchi.resident.BasicFourItems;

/** What came of reading the basic four items. */
public sealed interface ItemsReading {

  /** Read from the card. */
  record Read(BasicFourItems items) implements ItemsReading {}

  /**
   * The PIN or number was wrong.
   *
   * @param triesLeft 0: it is locked
   */
  record Refused(int triesLeft) implements ItemsReading {}

  /** The card went away or answered something else. */
  record Failed() implements ItemsReading {}

  static ItemsReading refusedOrFailed(Answer last) {
    OptionalInt tries = last.triesLeft();
    return tries.isPresent() ? new Refused(tries.getAsInt()) : new Failed();
  }
}
