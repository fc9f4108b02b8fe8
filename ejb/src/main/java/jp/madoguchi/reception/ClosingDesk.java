package jp.madoguchi.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.approval.Exceptions;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.fee.FeeEntries;
import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.letter.Letterheads;
import jp.madoguchi.letter.Press;
import jp.madoguchi.letter.PrintedPaper;
import jp.madoguchi.problem.Problem;

/** 締め: the day's closing list, on the screen and on paper. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ClosingDesk {

  private FeeEntries fees;
  private Applications applications;
  private Exceptions exceptions;
  private Letterheads heads;
  private Press press;
  private OfficeClock clock;
  private AuditTrail trail;

  protected ClosingDesk() {}

  @Inject
  public ClosingDesk(
      FeeEntries fees,
      Applications applications,
      Exceptions exceptions,
      Letterheads heads,
      Press press,
      OfficeClock clock,
      AuditTrail trail) {
    this.fees = fees;
    this.applications = applications;
    this.exceptions = exceptions;
    this.heads = heads;
    this.press = press;
    this.clock = clock;
    this.trail = trail;
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code day-to-come}
   */
  public Closing of(LocalDate day) {
    if (day.isAfter(clock.today())) {
      throw Problem.refused("day-to-come", day).asException();
    }
    List<FeeEntry> entries = fees.ofDay(day);
    Collection<Application> cases = cases(day, entries);
    List<String> numbers = cases.stream().map(one -> one.receptionNumber().value()).toList();
    return new ClosingReckoning(
            day, entries, among(entries), fees.ofCases(numbers), cases, exceptions.usedOn(day))
        .closing();
  }

  /**
   * The list on paper, with places for the signatures.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code day-to-come}
   */
  public PrintedPaper print(LocalDate day) {
    Closing closing = of(day);
    PrintedPaper paper = press.print(ClosingList.of(heads.current(), closing));
    trail.record(
        Act.done("paper.printed", "CLOSING", day.toString())
            .with("paper", "CLOSING_LIST")
            .with("yen", closing.totals().netYen())
            .with("inOrder", closing.inOrder()));
    return paper;
  }

  private Collection<Application> cases(LocalDate day, List<FeeEntry> entries) {
    Map<ReceptionNumber, Application> cases = new LinkedHashMap<>();
    applications.ofDay(day).forEach(one -> cases.put(one.receptionNumber(), one));
    List<String> others =
        entries.stream()
            .map(FeeEntry::receptionNumber)
            .distinct()
            .filter(number -> !cases.containsKey(new ReceptionNumber(number)))
            .toList();
    applications.all(others).forEach(one -> cases.put(one.receptionNumber(), one));
    return cases.values();
  }

  private List<FeeEntry> among(List<FeeEntry> entries) {
    return entries.isEmpty()
        ? List.of()
        : fees.between(
            entries.get(0).receiptNumber(), entries.get(entries.size() - 1).receiptNumber());
  }
}
