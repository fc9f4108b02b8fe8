package jp.madoguchi.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.approval.ApprovalsInMemory;
import jp.madoguchi.approval.Decided;
import jp.madoguchi.approval.ExceptionKind;
import jp.madoguchi.approval.Exceptions;
import jp.madoguchi.approval.Matter;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.fee.FeeBook;
import jp.madoguchi.fee.FeeEntriesInMemory;
import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;

/** Some days of an office whose fee book is real and whose cases are moved by hand. */
final class OfficeDays {

  static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  final MovableClock clock = new MovableClock("2026-11-16T09:00");
  final FeeEntriesInMemory entries = new FeeEntriesInMemory();

  private final FeeBook book =
      new FeeBook(entries, clock, ActingAs.somebody("clerk1", "CLERK"), new RecordedActs());
  private final Exceptions exceptions =
      new Exceptions(
          new ApprovalsInMemory(), clock, ActingAs.somebody("clerk1", "CLERK"), new RecordedActs());
  private final Map<String, Application> cases = new LinkedHashMap<>();

  /** Goes to a day, counted from Monday. */
  OfficeDays on(int day) {
    clock.moveTo(MONDAY.plusDays(day) + "T10:00");
    return this;
  }

  /** A reissuance for 200 yen, or a new issue for nothing, out of hours. */
  Application receiveOutOfHours(boolean fee, String reason) {
    Application received = receive(fee);
    Set<ExceptionKind> kinds = Set.of(ExceptionKind.OUT_OF_HOURS);
    Matter matter = received.form().matter();
    Approval asked = exceptions.ask(matter, kinds, "閉庁前に来庁した").get(0);
    Decided.granted(asked, reason, "supervisor1", clock);
    exceptions.use(matter, kinds, received.receptionNumber().value());
    return received;
  }

  /** A card that was reported lost is found, and somebody is asked to release it. */
  Approval findLostCard(long number, String where) {
    Matter matter =
        Matter.ofCard(
            number, "LOST%011d".formatted(number), number, Set.of(CertificateType.SIGNATURE));
    return exceptions.ask(matter, Set.of(ExceptionKind.CARD_RELEASE), where).get(0);
  }

  void release(Approval asked, String reason) {
    Decided.granted(asked, reason, "supervisor1", clock);
  }

  /** A reissuance for 200 yen, or a new issue for nothing. */
  Application receive(boolean fee) {
    ApplicationForm form =
        new ApplicationForm(
            cases.size() + 1,
            null,
            fee ? ApplicationKind.REISSUANCE : ApplicationKind.NEW,
            fee ? ReissueReason.LOSS : null,
            Set.of(CertificateType.USER_AUTHENTICATION),
            Route.SELF,
            "");
    ReceptionNumber number = ReceptionNumber.of(2026, cases.size() + 1);
    Application received = new Application(number, form, fee ? 200 : 0, "clerk1", clock.instant());
    cases.put(number.value(), received);
    return received;
  }

  FeeEntry pay(Application one) {
    return book.collect(one.receptionNumber().value(), one.feeYen(), 1000);
  }

  void refund(Application one) {
    book.refund(one.receptionNumber().value());
  }

  void close(Application one, ApplicationState outcome) {
    one.close(outcome, clock.instant());
  }

  Closing closing(int day) {
    LocalDate date = MONDAY.plusDays(day);
    List<FeeEntry> ofDay = entries.ofDay(date);
    Set<String> numbers =
        new LinkedHashSet<>(ofDay.stream().map(FeeEntry::receptionNumber).toList());
    Collection<Application> touched =
        cases.values().stream()
            .filter(
                one ->
                    numbers.contains(one.receptionNumber().value())
                        || onDay(one.receivedAt(), date)
                        || one.closedAt().filter(at -> onDay(at, date)).isPresent())
            .toList();
    List<FeeEntry> among =
        ofDay.isEmpty()
            ? new ArrayList<>()
            : entries.between(
                ofDay.get(0).receiptNumber(), ofDay.get(ofDay.size() - 1).receiptNumber());
    return new ClosingReckoning(
            date,
            ofDay,
            among,
            entries.ofCases(touched.stream().map(one -> one.receptionNumber().value()).toList()),
            touched,
            exceptions.usedOn(date))
        .closing();
  }

  private static boolean onDay(Instant moment, LocalDate day) {
    return moment.atZone(OfficeClock.ZONE).toLocalDate().equals(day);
  }
}
