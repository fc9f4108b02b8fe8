package jp.madoguchi.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;

/** Exceptions as reception asks for them and opens cases with them. */
@ApplicationScoped
public class Exceptions {

  private final Approvals approvals;
  private final OfficeClock clock;
  private final Actors actors;
  private final AuditTrail trail;

  protected Exceptions() {
    this(null, null, null, null);
  }

  @Inject
  public Exceptions(Approvals approvals, OfficeClock clock, Actors actors, AuditTrail trail) {
    this.approvals = approvals;
    this.clock = clock;
    this.actors = actors;
    this.trail = trail;
  }

  /**
   * Asks for exceptions; one that waits already, or is granted, is not asked for again.
   *
   * @param reason why, in the asker's words, 1 to 500 characters
   * @return one request for each exception
   */
  public List<Approval> ask(Matter matter, Set<ExceptionKind> kinds, String reason) {
    WrittenReason why = new WrittenReason(reason);
    return kinds.stream()
        .map(kind -> standing(matter, kind).orElseGet(() -> add(matter, kind, why)))
        .toList();
  }

  private Optional<Approval> standing(Matter matter, ExceptionKind kind) {
    return of(matter).stream()
        .filter(one -> one.exception() == kind)
        .filter(one -> one.state() == ApprovalState.ASKED || one.usable())
        .findFirst();
  }

  private Approval add(Matter matter, ExceptionKind kind, WrittenReason why) {
    Approval asked =
        new Approval(kind, matter, why, actors.current().login(), clock.today(), clock.instant());
    approvals.add(asked);
    trail.record(act("approval.asked", asked));
    return asked;
  }

  /** What was asked for this application today, in the order of the asking. */
  public List<Approval> of(Matter matter) {
    return approvals.ofResident(matter.residentId(), clock.today()).stream()
        .filter(one -> one.matter().equals(matter))
        .toList();
  }

  /** What was asked today about lost cards, by their numbers, each in the order of the asking. */
  public Map<Long, List<Approval>> ofLostCards() {
    return approvals.ofDay(clock.today()).stream()
        .filter(one -> one.matter().cardLoss() != null)
        .collect(Collectors.groupingBy(one -> one.matter().cardLoss()));
  }

  /** What was granted today and can be used for this application. */
  public List<Approval> usable(Matter matter) {
    return of(matter).stream().filter(Approval::usable).toList();
  }

  /** The exceptions with which a case was opened or went on. */
  public List<Approval> ofCase(String receptionNumber) {
    return approvals.ofCases(List.of(receptionNumber));
  }

  /** The exceptions with which something was done on a day, in the order of the asking. */
  public List<Approval> usedOn(LocalDate day) {
    return approvals.ofDay(day).stream().filter(Approval::used).toList();
  }

  /** The case is opened with what was granted for it; none of it can be used again. */
  public void use(Matter matter, Set<ExceptionKind> kinds, String receptionNumber) {
    usable(matter).stream()
        .filter(one -> kinds.contains(one.exception()))
        .map(one -> approvals.lock(one.id()))
        .forEach(
            one -> {
              one.use(receptionNumber);
              trail.record(act("approval.used", one).with("application", receptionNumber));
            });
  }

  static Act act(String name, Approval approval) {
    return Act.done(name, "APPROVAL", Long.toString(approval.id()))
        .with("rule", approval.exception().rule())
        .with("resident", approval.matter().residentId());
  }
}
