package jp.madoguchi.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The public holidays by the best source for each year: the list that a supervisor imported, then
 * the list that came with the product, then the Act's own rules, which are provisional.
 */
public final class Holidays {

  private static final String UNNAMED = "休日";

  private final List<HolidayList> lists;

  public Holidays(HolidayList imported, HolidayList shipped) {
    this.lists = List.of(imported, shipped);
  }

  /** The holiday on this day, if it is one. */
  public Optional<Holiday> on(LocalDate date) {
    return list(date.getYear())
        .map(list -> list.name(date).map(name -> new Holiday(date, named(date, name), false)))
        .orElseGet(() -> HolidayAct.name(date).map(name -> new Holiday(date, name, true)));
  }

  /** Whether no official list covers the year. */
  public boolean provisional(int year) {
    return list(year).isEmpty();
  }

  private Optional<HolidayList> list(int year) {
    return lists.stream().filter(list -> list.covers(year)).findFirst();
  }

  /**
   * The days on which a list and the Act's rules disagree: a reform that this release does not
   * know, or a fault in the list.
   */
  public static List<LocalDate> differences(HolidayList list) {
    List<LocalDate> differences = new ArrayList<>();
    for (int year = list.firstYear(); year <= list.lastYear(); year++) {
      LocalDate first = LocalDate.of(year, 1, 1);
      TreeSet<LocalDate> onlyOne =
          new TreeSet<>(list.names().subMap(first, first.plusYears(1)).keySet());
      for (LocalDate byTheAct : HolidayAct.of(year).keySet()) {
        if (!onlyOne.remove(byTheAct)) {
          onlyOne.add(byTheAct);
        }
      }
      differences.addAll(onlyOne);
    }
    return differences;
  }

  /** Day by day, what the calendar would say with one imported list in the place of another. */
  static List<HolidayPreview.Change> changes(HolidayList former, HolidayList next) {
    Holidays before = new Holidays(former, ShippedHolidays.list());
    Holidays after = new Holidays(next, ShippedHolidays.list());
    boolean first = former.names().isEmpty();
    int from = first ? next.firstYear() : Math.min(former.firstYear(), next.firstYear());
    int to = first ? next.lastYear() : Math.max(former.lastYear(), next.lastYear());
    return LocalDate.of(from, 1, 1)
        .datesUntil(LocalDate.of(to + 1, 1, 1))
        .map(day -> new HolidayPreview.Change(day, before.name(day), after.name(day)))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }

  private Optional<String> name(LocalDate date) {
    return on(date).map(Holiday::name);
  }

  /** The official list calls 振替休日 and 国民の休日 just 休日; the Act says which it is. */
  private static String named(LocalDate date, String name) {
    return name.startsWith(UNNAMED) ? HolidayAct.name(date).orElse(name) : name;
  }
}
