package jp.madoguchi.resident;

import java.util.List;
import java.util.SortedMap;

/** Entering residents into the embedded register, new ones and known ones alike. */
public interface RegisterEntries {

  /**
   * Enters residents with their cards in the caller's transaction. Of two entries for the same
   * resident the later line counts; a new good card takes the place of the former one, which is
   * revoked.
   *
   * @param entries by line number
   * @return the entries that could not be made, because the card is another resident's; the others
   *     are made
   */
  List<LineRefusal> enter(SortedMap<Long, ResidentEntry> entries);

  /**
   * As {@link #enter}, for 軽微な修正: name, birth date, sex and address are written otherwise, and have
   * not changed (R-LAPSE-SIGN).
   */
  List<LineRefusal> correct(SortedMap<Long, ResidentEntry> entries);
}
