package jp.madoguchi.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.reception.Closing.Allowed;
import jp.madoguchi.reception.Closing.Cases;
import jp.madoguchi.reception.Closing.Difference;
import jp.madoguchi.reception.Closing.Exceptional;
import jp.madoguchi.reception.Closing.Fee;
import jp.madoguchi.reception.Closing.Receipts;
import jp.madoguchi.reception.Closing.Totals;
import jp.madoguchi.reception.Closing.Why;

/**
 * Reckons a day's closing list from the books.
 *
 * @param entries the day's lines of the fee book
 * @param among the lines whose receipts lie between the day's first and last
 * @param history every line of the day's cases, of whatever day
 * @param applications the day's cases: received, closed, paid or refunded on it
 * @param approvals the exceptions with which something was done on the day
 */
record ClosingReckoning(
    LocalDate day,
    List<FeeEntry> entries,
    List<FeeEntry> among,
    List<FeeEntry> history,
    Collection<Application> applications,
    List<Approval> approvals) {

  Closing closing() {
    List<Difference> differences = differences();
    return new Closing(
        day,
        entries.stream().map(ClosingReckoning::fee).toList(),
        receipts(),
        totals(differences),
        cases(),
        exceptions(),
        allowed(),
        differences);
  }

  private static Fee fee(FeeEntry entry) {
    return new Fee(
        entry.receiptNumber(),
        entry.receptionNumber(),
        entry.kind(),
        entry.amountYen(),
        entry.enteredBy(),
        entry.enteredAt().atZone(OfficeClock.ZONE).toOffsetDateTime());
  }

  private Receipts receipts() {
    if (entries.isEmpty()) {
      return new Receipts(null, null, List.of(), List.of());
    }
    Set<Long> ofDay = numbers(entries);
    Set<Long> ofAnyDay = numbers(among);
    long first = ofDay.stream().min(Comparator.naturalOrder()).orElseThrow();
    long last = ofDay.stream().max(Comparator.naturalOrder()).orElseThrow();
    Map<Boolean, List<Long>> others =
        LongStream.rangeClosed(first, last)
            .boxed()
            .filter(number -> !ofDay.contains(number))
            .collect(Collectors.partitioningBy(ofAnyDay::contains));
    return new Receipts(first, last, others.get(true), others.get(false));
  }

  private static Set<Long> numbers(List<FeeEntry> entries) {
    return entries.stream().map(FeeEntry::receiptNumber).collect(Collectors.toSet());
  }

  private Totals totals(List<Difference> differences) {
    long collected = sum(FeeEntry.Kind.COLLECTED);
    long refunded = sum(FeeEntry.Kind.REFUNDED);
    return new Totals(
        collected,
        refunded,
        collected - refunded,
        applications.stream().mapToLong(this::due).sum(),
        differences.stream().mapToLong(Difference::yen).sum());
  }

  private long sum(FeeEntry.Kind kind) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind)
        .mapToLong(FeeEntry::amountYen)
        .sum();
  }

  private Cases cases() {
    return new Cases(
        (int) applications.stream().filter(one -> onDay(one.receivedAt())).count(),
        closedAs(ApplicationState.ISSUED),
        closedAs(ApplicationState.WITHDRAWN),
        closedAs(ApplicationState.REFUSED),
        closedAs(ApplicationState.LAPSED),
        (int)
            applications.stream()
                .filter(one -> onDay(one.receivedAt()) && !closedByEndOfDay(one))
                .count());
  }

  private int closedAs(ApplicationState state) {
    return (int) applications.stream().filter(one -> endedOnDayAs(one, state)).count();
  }

  private List<Exceptional> exceptions() {
    return approvals.stream()
        .map(
            one ->
                new Exceptional(
                    one.receptionNumber().orElse(null),
                    one.matter().lostCard().orElse(null),
                    one.exception().rule(),
                    one.decidedReason().orElseThrow(),
                    one.askedBy(),
                    one.decidedBy().orElseThrow()))
        .toList();
  }

  private List<Allowed> allowed() {
    Map<String, Long> counts =
        approvals.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.exception().rule(), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(one -> new Allowed(one.getKey(), one.getValue().intValue()))
        .toList();
  }

  private List<Difference> differences() {
    Map<String, Long> money = new TreeMap<>();
    entries.forEach(entry -> money.merge(entry.receptionNumber(), signed(entry), Long::sum));
    List<Difference> differences = new ArrayList<>();
    for (Application one : applications) {
      String number = one.receptionNumber().value();
      long yen = money.getOrDefault(number, 0L) - due(one);
      if (yen != 0) {
        differences.add(new Difference(number, why(one, yen), yen));
      }
    }
    differences.sort(Comparator.comparing(Difference::receptionNumber));
    return differences;
  }

  private Why why(Application one, long yen) {
    boolean issued = endedOnDayAs(one, ApplicationState.ISSUED);
    if (yen == -one.feeYen() && paidOnAnotherDay(one)) {
      return issued ? Why.PAID_ON_ANOTHER_DAY : Why.REFUND_OF_ANOTHER_DAY;
    }
    if (yen == one.feeYen() && !issued) {
      if (!closedByEndOfDay(one)) {
        return Why.PAID_NOT_ISSUED;
      }
      return endedOnDayAs(one, ApplicationState.WITHDRAWN) ? Why.KEPT : Why.UNEXPLAINED;
    }
    return Why.UNEXPLAINED;
  }

  private boolean paidOnAnotherDay(Application one) {
    return history.stream()
        .anyMatch(
            entry ->
                entry.receptionNumber().equals(one.receptionNumber().value())
                    && entry.kind() == FeeEntry.Kind.COLLECTED
                    && !onDay(entry.enteredAt()));
  }

  private long due(Application one) {
    return endedOnDayAs(one, ApplicationState.ISSUED) ? one.feeYen() : 0;
  }

  private static long signed(FeeEntry entry) {
    return entry.kind() == FeeEntry.Kind.COLLECTED ? entry.amountYen() : -entry.amountYen();
  }

  private boolean endedOnDayAs(Application one, ApplicationState state) {
    return new ClosingDay(day).ended(one, state);
  }

  private boolean closedByEndOfDay(Application one) {
    return new ClosingDay(day).endedBy(one);
  }

  private boolean onDay(Instant moment) {
    return new ClosingDay(day).has(moment);
  }
}
