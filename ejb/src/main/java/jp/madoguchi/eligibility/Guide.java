package jp.madoguchi.eligibility;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import jp.madoguchi.calendar.BusinessCalendar;
import jp.madoguchi.calendar.OfficeClock;

/**
 * Answers whoever asks, without login, by the same rules as the counter. Nothing personal is asked
 * for but dates, and nothing is kept.
 */
@Stateless
@PermitAll
public class Guide {

  private final Judge judge;
  private final BusinessCalendar calendar;
  private final OfficeClock clock;

  @Inject
  public Guide(Judge judge, BusinessCalendar calendar, OfficeClock clock) {
    this.judge = judge;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Guide() {
    this(null, null, null);
  }

  /**
   * Judges what somebody plans.
   *
   * @param visit the day on which they want to come; empty when they have none in mind, then the
   *     rules are reckoned from today and the opening days are left out
   * @param plan adds what they said to the facts of that day
   */
  public Judgement judge(Optional<LocalDate> visit, Function<FactsBuilder, Facts> plan) {
    FactsBuilder facts = Facts.on(visit.orElseGet(clock::today));
    visit.ifPresent(day -> facts.counter(calendar.during(day)));
    return judge.judge(plan.apply(facts));
  }
}
