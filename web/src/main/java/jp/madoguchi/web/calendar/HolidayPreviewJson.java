package jp.madoguchi.web.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.calendar.HolidayImport;
import jp.madoguchi.calendar.HolidayPreview;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.text.Texts;

/**
 * What an import of the holiday list would change.
 *
 * @param list what the list is; null when it is not taken
 * @param changes the days that would change
 * @param refused the lines for which it is not taken
 */
public record HolidayPreviewJson(HolidayImport list, List<Change> changes, List<Line> refused) {

  /** A day that would change; a name is null where it is no holiday. */
  public record Change(LocalDate date, String before, String after) {}

  /** A line that is refused, by its number. */
  public record Line(Object line, String code, String title) {}

  static HolidayPreviewJson of(HolidayPreview preview, Locale locale) {
    if (preview instanceof HolidayPreview.Importable able) {
      return new HolidayPreviewJson(
          able.result(),
          able.changes().stream()
              .map(
                  one ->
                      new Change(one.date(), one.before().orElse(null), one.after().orElse(null)))
              .toList(),
          List.of());
    }
    HolidayPreview.Refused refused = (HolidayPreview.Refused) preview;
    return new HolidayPreviewJson(
        null, List.of(), refused.lines().stream().map(line -> line(line, locale)).toList());
  }

  private static Line line(Problem problem, Locale locale) {
    Object[] arguments = problem.arguments().toArray();
    return new Line(
        arguments[0],
        problem.code(),
        Texts.get(locale, "problem." + problem.code() + ".title", arguments));
  }
}
