package jp.madoguchi.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The opening times for whoever asks, without login. */
@Stateless
@PermitAll
public class OpeningTimes {

  private final BusinessCalendar calendar;
  private final OfficeClock clock;

  @Inject
  public OpeningTimes(BusinessCalendar calendar, OfficeClock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected OpeningTimes() {
    this(null, null);
  }

  public OfficeDay on(LocalDate date) {
    return calendar.on(date);
  }

  public OfficeDay today() {
    return calendar.on(clock.today());
  }

  public CounterHours now() {
    return calendar.at(clock.now());
  }
}
