package jp.madoguchi.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

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

  /**
   * Every day of a year, in order.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code date-out-of-range}
   */
  public List<OfficeDay> year(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return first.datesUntil(first.plusYears(1)).map(calendar::on).toList();
  }

  public OfficeDay today() {
    return calendar.on(clock.today());
  }

  public CounterHours now() {
    return calendar.at(clock.now());
  }
}
