package jp.madoguchi.pin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.cardwriting.PinSettings;
import jp.madoguchi.cardwriting.PinStatus;
import jp.madoguchi.cardwriting.WritingStatus;
import jp.madoguchi.eligibility.Finding;
import jp.madoguchi.eligibility.Judgement;
import jp.madoguchi.letter.Letterheads;
import jp.madoguchi.letter.PinSlip;
import jp.madoguchi.letter.Press;
import jp.madoguchi.letter.PrintedPaper;
import jp.madoguchi.paper.Originals;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.reception.AnsweredOnce;
import jp.madoguchi.reception.StepForm;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.workflow.CaseProcess;

/** 暗証番号の変更・初期化: opens a visit for a card's PINs, and leads it step by step (R-PINS). */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class PinDesk {

  /** As of other cases: the trail of a visit is found by its key. */
  private static final String SUBJECT = "APPLICATION";

  private static final int SHOWN = 50;
  private static final int LONGEST_REASON = 500;

  @Inject private PinServiceBook book;
  @Inject private PinServiceLines lines;
  @Inject private Originals originals;
  @Inject private PinJudgement judgement;
  @Inject private PinSettings settings;
  @Inject private ResidentRegister register;
  @Inject private PinSteps steps;
  @Inject private CaseProcess process;
  @Inject private AnsweredOnce answered;
  @Inject private Letterheads heads;
  @Inject private Press press;
  @Inject private OfficeClock clock;
  @Inject private Actors actors;
  @Inject private AuditTrail trail;

  /**
   * Opens a visit, or says every reason why not.
   *
   * @param idempotencyKey the request's own key; null when it has none
   * @throws jp.madoguchi.problem.BusinessException {@code pin-service-none}, {@code
   *     form-incomplete}, {@code pin-service-open} when one is open for the card
   */
  public PinIntake open(PinServiceForm form, String idempotencyKey) {
    form.requireWhole();
    String clerk = actors.current().login();
    String once = once(idempotencyKey);
    Optional<String> before =
        Optional.ofNullable(once).flatMap(key -> answered.subject(clerk, key));
    if (before.isPresent()) {
      return new PinIntake.Opened(before.get());
    }
    Judgement judged = judgement.of(form);
    if (!judged.allowed()) {
      trail.record(
          Act.refused(
              "pin-service.opened",
              "RESIDENT",
              Long.toString(form.residentId()),
              judged.refusals().stream()
                  .map(Finding::rule)
                  .distinct()
                  .collect(Collectors.joining(" "))));
      return new PinIntake.Refused(judged);
    }
    return new PinIntake.Opened(open(form, clerk, once));
  }

  private String open(PinServiceForm form, String clerk, String once) {
    book.openOf(form.cardSerial())
        .ifPresent(
            other -> {
              throw Problem.conflict("pin-service-open", other.key()).asException();
            });
    PinService service = new PinService(book.nextNumber(), form, clerk, clock.instant());
    Optional<String> meanwhile =
        Optional.ofNullable(once).flatMap(key -> answered.claim(clerk, key, service.key()));
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    book.add(service);
    trail.record(
        Act.done("pin-service.opened", SUBJECT, service.key())
            .with("resident", form.residentId())
            .with("ways", form.ways())
            .with("route", form.route()));
    process.start(Processes.PIN_RESET, service.key());
    return service.key();
  }

  private static String once(String idempotencyKey) {
    return idempotencyKey == null ? null : "P:" + idempotencyKey;
  }

  /** The visits that are open, the one that waits longest first. */
  public List<PinServiceLine> open() {
    return lines.of(book.open(SHOWN));
  }

  /**
   * One visit; looking at it is an act.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  public PinServiceView view(String key) {
    PinService service = find(key);
    trail.record(
        Act.done("pin-service.viewed", SUBJECT, key).with("resident", service.residentId()));
    return whole(service);
  }

  /**
   * Does a step.
   *
   * @param idempotencyKey the request's own key; null when it has none
   * @throws jp.madoguchi.problem.BusinessException {@code step-not-due}, {@code
   *     pin-service-closed}, {@code papers-missing}, {@code no-card}, {@code wrong-card}, {@code
   *     reader-taken}, {@code card-being-written}, {@code pin-service-changed}
   */
  public PinServiceView perform(String key, String step, StepForm form, String idempotencyKey) {
    PinService service = lock(key);
    String clerk = actors.current().login();
    boolean done =
        Optional.ofNullable(once(idempotencyKey))
            .flatMap(mark -> answered.claim(clerk, mark, key))
            .isPresent();
    if (!done) {
      service.requireOpen();
      process.requireDue(key, step);
      steps.perform(service, step, form);
      process.complete(key, step);
      trail.record(Act.done("step.done", SUBJECT, key).with("step", step));
    }
    return whole(service);
  }

  /**
   * The holder does not remember the current PIN: it is reset, once the papers for that were seen.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code step-not-due} before the card was
   *     presented and once it is over
   */
  public PinServiceView forgotten(String key) {
    PinService service = lock(key);
    service.requireOpen();
    process.proceed(key, Messages.RESET_NEEDED);
    return whole(service);
  }

  /**
   * Gives the visit up; what is not set on the card yet stays as it is.
   *
   * @param reason in the holder's or the clerk's words, 1 to 500 characters
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, {@code
   *     pin-service-closed}
   */
  public PinServiceView giveUp(String key, String reason) {
    PinService service = lock(key);
    service.requireOpen();
    if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
      throw Problem.refused("form-incomplete", "reason").asException();
    }
    service.because(reason.strip());
    process.proceed(key, Messages.WITHDRAWN);
    trail.record(Act.done("pin-service.given-up", SUBJECT, key));
    return whole(service);
  }

  /** How it stands, for pages that ask every second; nothing personal is in it. */
  public Progress progress(String key, String here) {
    PinService service = find(key);
    List<CaseProcess.DueStep> due = process.due(key);
    String step = due.isEmpty() ? "" : due.get(0).step();
    PinStatus status = settings.state(key);
    WritingStatus told =
        step.equals(Steps.PRESENT_CARD)
            ? settings.awaited(key, here, service.cardSerial())
            : status.told();
    return new Progress(step, told, status);
  }

  /**
   * How a visit stands.
   *
   * @param step what a person has to do; empty: nothing
   * @param told what the screens say of the card
   */
  public record Progress(String step, WritingStatus told, PinStatus status) {}

  /**
   * Goes on at once with a card that stands still, at the terminal at which the clerk stands.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code writing-not-open}, {@code reader-taken}
   */
  public void resume(String key, String here) {
    PinService service = lock(key);
    service.requireOpen();
    settings.resume(key, here);
  }

  /**
   * 暗証番号変更・初期化の控え.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}; {@code paper-not-due} before
   *     a PIN is set
   */
  public PrintedPaper slip(String key) {
    PinService service = find(key);
    PinStatus status = settings.state(key);
    PinSlip slip =
        PinSlips.of(heads.current(), service, status, holder(service).name())
            .orElseThrow(() -> Problem.conflict("paper-not-due", key).asException());
    PrintedPaper printed = press.print(slip);
    trail.record(
        Act.done("paper.printed", SUBJECT, key)
            .with("paper", "PIN_SLIP")
            .with("resident", service.residentId())
            .with("notAsRegistered", printed.printability().lacking().size()));
    return printed;
  }

  private PinServiceView whole(PinService service) {
    String key = service.key();
    List<CaseProcess.DueStep> due = process.due(key);
    boolean papers = due.stream().anyMatch(one -> one.step().equals(Steps.CHECK_PAPERS));
    return new PinServiceView(
        service,
        holder(service),
        due,
        papers ? judgement.requiredDocuments(service) : List.of(),
        originals.of(key),
        settings.state(key));
  }

  private ResidentRecord holder(PinService service) {
    return register.find(service.residentId()).orElseThrow();
  }

  private PinService find(String key) {
    return PinService.idOf(key).flatMap(book::find).orElseThrow(PinDesk::notFound);
  }

  private PinService lock(String key) {
    return PinService.idOf(key).flatMap(book::lock).orElseThrow(PinDesk::notFound);
  }

  private static RuntimeException notFound() {
    return Problem.refused("not-found").asException();
  }
}
