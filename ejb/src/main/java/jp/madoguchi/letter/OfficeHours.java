package jp.madoguchi.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.madoguchi.calendar.OpeningHours;
import jp.madoguchi.calendar.WeeklyHours;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.text.Texts;

/** When the counter is open, in the lines of a letter (R-HOURS, R-CLOSED). */
@ApplicationScoped
public class OfficeHours {

  private final Settings settings;

  protected OfficeHours() {
    this(null);
  }

  @Inject
  public OfficeHours(Settings settings) {
    this.settings = settings;
  }

  /** Days with the same hours on one line, as the city's page has them. */
  public List<String> lines() {
    WeeklyHours week = WeeklyHours.of(settings);
    Map<OpeningHours, List<String>> days = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.on(day)
          .ifPresent(
              hours ->
                  days.computeIfAbsent(hours, same -> new ArrayList<>())
                      .add(day.getDisplayName(TextStyle.SHORT, Locale.JAPANESE)));
    }
    List<String> lines = new ArrayList<>();
    days.forEach(
        (hours, names) ->
            lines.add(String.join("・", names) + "曜日 " + hours.from() + "から" + hours.to() + "まで"));
    lines.add(Texts.get(Locale.JAPANESE, "paper.closed-days"));
    return lines;
  }
}
