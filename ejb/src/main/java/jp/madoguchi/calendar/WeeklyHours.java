package jp.madoguchi.calendar;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.settings.Settings;

/**
 * The hours of an ordinary week (R-HOURS): settings {@code hours.monday} … {@code hours.sunday},
 * each {@code 08:30-17:15} or {@code closed}.
 */
public final class WeeklyHours {

  private static final String CLOSED = "closed";

  private final Map<DayOfWeek, OpeningHours> hours = new EnumMap<>(DayOfWeek.class);

  private WeeklyHours() {}

  public static WeeklyHours of(Settings settings) {
    WeeklyHours week = new WeeklyHours();
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = "hours." + day.name().toLowerCase(java.util.Locale.ROOT);
      String text = settings.text(name, usual(day));
      if (!text.equals(CLOSED)) {
        week.hours.put(day, OpeningHours.parse(text));
      }
    }
    return week;
  }

  public Optional<OpeningHours> on(DayOfWeek day) {
    return Optional.ofNullable(hours.get(day));
  }

  private static String usual(DayOfWeek day) {
    return switch (day) {
      case SATURDAY -> "08:30-12:00";
      case SUNDAY -> CLOSED;
      default -> "08:30-17:15";
    };
  }
}
