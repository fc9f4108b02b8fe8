package jp.madoguchi.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The holidays and special days at hand. They are kept in memory, because every judgement asks for
 * them; a change here is seen when it is committed, a change on another node within a minute.
 */
@ApplicationScoped
public class OfficeDays {

  private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();

  private final CalendarBook book;
  private volatile Page page;

  @Inject
  public OfficeDays(CalendarBook book) {
    this.book = book;
  }

  /** For the container's proxy. */
  protected OfficeDays() {
    this.book = null;
  }

  public Holidays holidays() {
    return page().holidays();
  }

  public Optional<SpecialDay> special(LocalDate date) {
    return Optional.ofNullable(page().special().get(date));
  }

  /** Reads the book again at the next question. */
  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CalendarChanged change) {
    page = null;
  }

  private Page page() {
    Page current = page;
    if (current == null || System.nanoTime() - current.readAt() > KEPT_NANOS) {
      current = read();
      page = current;
    }
    return current;
  }

  private Page read() {
    Map<LocalDate, SpecialDay> special =
        book.specialDays(LocalDate.MIN).stream()
            .collect(Collectors.toMap(SpecialDay::date, Function.identity()));
    return new Page(
        System.nanoTime(), new Holidays(book.importedHolidays(), ShippedHolidays.list()), special);
  }

  private record Page(long readAt, Holidays holidays, Map<LocalDate, SpecialDay> special) {}
}
