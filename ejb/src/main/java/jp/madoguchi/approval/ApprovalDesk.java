package jp.madoguchi.approval;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;

/** 決裁: a supervisor decides on exceptions, and who asked sees what came of it. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ApprovalDesk {

  private Approvals approvals;
  private ResidentRegister register;
  private OfficeClock clock;
  private Actors actors;
  private AuditTrail trail;
  private Event<ApprovalDecided> decisions;

  protected ApprovalDesk() {}

  @Inject
  public ApprovalDesk(
      Approvals approvals,
      ResidentRegister register,
      OfficeClock clock,
      Actors actors,
      AuditTrail trail,
      Event<ApprovalDecided> decisions) {
    this.approvals = approvals;
    this.register = register;
    this.clock = clock;
    this.actors = actors;
    this.trail = trail;
    this.decisions = decisions;
  }

  /** What waits for a decision today, the longest waiting first. */
  @RolesAllowed("SUPERVISOR")
  public List<Request> waiting() {
    return today(one -> one.state() == ApprovalState.ASKED);
  }

  /** What was decided today, the latest first. */
  @RolesAllowed("SUPERVISOR")
  public List<Request> decided() {
    return today(one -> one.decidedAt().isPresent()).stream()
        .sorted(
            Comparator.comparing((Request one) -> one.approval().decidedAt().orElseThrow())
                .reversed())
        .toList();
  }

  /** What the caller asked for today, in the order of the asking. */
  public List<Request> own() {
    String login = actors.current().login();
    return today(one -> one.askedBy().equals(login));
  }

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  public Request view(long id) {
    return approvals
        .find(id)
        .map(this::request)
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }

  /**
   * Grants or refuses.
   *
   * @param reason in the supervisor's words, 1 to 500 characters
   * @throws jp.madoguchi.problem.BusinessException {@code R-SECOND-PERSON}, {@code
   *     exception-decided}, {@code exception-lapsed}, {@code exception-reason}, {@code not-found}
   */
  @RolesAllowed("SUPERVISOR")
  public Request decide(long id, boolean granted, String reason) {
    Approval approval = approvals.lock(id);
    approval.decide(
        granted,
        new WrittenReason(reason),
        actors.current().login(),
        clock.today(),
        clock.instant());
    trail.record(Exceptions.act(granted ? "approval.granted" : "approval.refused", approval));
    decisions.fire(new ApprovalDecided(approval));
    return request(approval);
  }

  /**
   * Who asked takes the request back.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code exception-of-another}, {@code
   *     exception-decided}, {@code exception-lapsed}, {@code not-found}
   */
  public Request withdraw(long id) {
    Approval approval = approvals.lock(id);
    approval.withdraw(actors.current().login(), clock.today());
    trail.record(Exceptions.act("approval.withdrawn", approval));
    return request(approval);
  }

  private List<Request> today(Predicate<Approval> those) {
    return requests(approvals.ofDay(clock.today()).stream().filter(those).toList());
  }

  private Request request(Approval approval) {
    return requests(List.of(approval)).get(0);
  }

  /** The residents of a whole list are read at once. */
  private List<Request> requests(List<Approval> found) {
    Map<Long, ResidentRecord> residents =
        register.all(found.stream().map(one -> one.matter().residentId()).toList());
    return found.stream()
        .map(
            one ->
                new Request(one, Objects.requireNonNull(residents.get(one.matter().residentId()))))
        .toList();
  }
}
