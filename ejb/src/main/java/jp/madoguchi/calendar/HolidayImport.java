package jp.madoguchi.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * What an import of the holiday list brought.
 *
 * @param differences the days on which the list and the Act's rules in this release disagree, to be
 *     looked at by a person
 */
public record HolidayImport(
    int holidays, int firstYear, int lastYear, List<LocalDate> differences) {

  static HolidayImport of(HolidayList list) {
    return new HolidayImport(
        list.names().size(), list.firstYear(), list.lastYear(), Holidays.differences(list));
  }
}
