package jp.madoguchi.web.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZonedDateTime;
import java.util.Optional;
import jp.madoguchi.calendar.CounterHours;
import jp.madoguchi.calendar.OpeningTimes;
import jp.madoguchi.web.faces.OfficeDates;
import jp.madoguchi.web.faces.PageTexts;

/** Whether the counter is open now, in words (R-HOURS, R-CLOSED). */
@Named("hours")
@RequestScoped
public class HoursPage {

  @Inject private OpeningTimes times;
  @Inject private OfficeDates dates;
  @Inject private PageTexts texts;

  private CounterHours now;

  public boolean isOpen() {
    return now().open();
  }

  /** That it is closed, and why. */
  public String getClosed() {
    return now() instanceof CounterHours.ClosedDay day
        ? texts.of("hours.closed", day.reason().text(texts.locale()))
        : texts.get("hours.closed.plain");
  }

  /** When it opens again. */
  public String getNext() {
    return nextOpening()
        .map(opening -> texts.of("hours.next", dates.date(opening), dates.time(opening)))
        .orElse("");
  }

  private Optional<ZonedDateTime> nextOpening() {
    if (now() instanceof CounterHours.ClosedDay day) {
      return day.nextOpening();
    }
    return now() instanceof CounterHours.OutOfHours out ? out.nextOpening() : Optional.empty();
  }

  private CounterHours now() {
    if (now == null) {
      now = times.now();
    }
    return now;
  }
}
