package jp.madoguchi.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.approval.ExceptionKind;
import jp.madoguchi.approval.Exceptions;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.letter.InquiryLetter;
import jp.madoguchi.letter.InquiryLetters;
import jp.madoguchi.letter.LetterBook;
import jp.madoguchi.letter.LetterCode;
import jp.madoguchi.letter.LetterState;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.proxy.NoticeFinding;
import jp.madoguchi.proxy.ProxyBook;
import jp.madoguchi.workflow.CaseProcess;

/** 再来庁と返戻: what happens to a case while its letter is out. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class ReturnDesk {

  @Inject private Applications applications;
  @Inject private InquiryLetters letters;
  @Inject private LetterBook book;
  @Inject private ProxyBook proxies;
  @Inject private Exceptions exceptions;
  @Inject private CaseProcess process;
  @Inject private CaseFile file;
  @Inject private Actors actors;
  @Inject private AuditTrail trail;

  /**
   * The proxy is back with a letter: opens its case at the right step, in the caller's hands.
   * Scanning the same code again while the visit goes on shows the case as it stands.
   *
   * @param typed as a person typed or a scanner sent it
   * @throws jp.madoguchi.problem.BusinessException {@code letter-code}, {@code letter-unknown},
   *     {@code letter-printed} and so on for one that cannot be used, {@code case-closed} when its
   *     case was refused or withdrawn, {@code case-held} when another clerk serves this visit
   */
  public CaseView open(String typed) {
    InquiryLetter letter = find(typed);
    ReceptionNumber number = new ReceptionNumber(letter.receptionNumber());
    Application application = applications.lock(number);
    letter = letters.lock(letter.code()).orElseThrow();
    require(obstacle(letter, application));
    if (underWay(number)) {
      application.requireHeldBy(actors.current().login());
    } else {
      takeIntoHand(application);
      proxies.open(number.value(), letter.code().value());
      process.proceed(number.value(), Messages.PROXY_RETURNED);
    }
    return file.of(application);
  }

  private boolean underWay(ReceptionNumber number) {
    return process.due(number.value()).stream()
        .map(CaseProcess.DueStep::step)
        .anyMatch(step -> step.equals(Steps.CONFIRM_PROXY) || step.equals(Steps.CHECK_REPLY));
  }

  private void takeIntoHand(Application application) {
    String clerk = actors.current().login();
    if (!application.holder().equals(clerk)) {
      trail.record(
          Act.done("application.taken-over", "APPLICATION", application.receptionNumber().value())
              .with("from", application.holder()));
      application.takeOver(clerk);
    }
  }

  /**
   * The post brought the letter back (返戻).
   *
   * @param reason as on the envelope, 1 to 200 characters
   */
  public CaseView undelivered(String typed, String reason) {
    InquiryLetter letter = find(typed);
    Application application = applications.lock(new ReceptionNumber(letter.receptionNumber()));
    letter = letters.lock(letter.code()).orElseThrow();
    require(obstacle(letter, application));
    book.undelivered(letter.receptionNumber(), requireReason(reason));
    takeIntoHand(application);
    process.proceed(letter.receptionNumber(), Messages.LETTER_UNDELIVERED);
    return file.of(application);
  }

  /** The letter is lost or spoilt: the case goes back to printing, where the reason is entered. */
  public CaseView wantNewLetter(ReceptionNumber number) {
    Application application = applications.lock(number);
    application.requireHeldBy(actors.current().login());
    trail.record(Act.done("letter.wanted-again", "APPLICATION", number.value()));
    process.proceed(number.value(), Messages.LETTER_WANTED);
    return file.of(application);
  }

  /** The applicant goes on in person: nothing is typed twice, and the letter is void. */
  public CaseView continueInPerson(ReceptionNumber number) {
    Application application = applications.lock(number);
    application.requireOpen();
    takeIntoHand(application);
    application.continueInPerson();
    book.revokeCurrent(number.value());
    trail.record(Act.done("application.continued-in-person", "APPLICATION", number.value()));
    process.proceed(number.value(), Messages.APPLICANT_CAME);
    return file.of(application);
  }

  /**
   * The reply form of the expiry notice cannot be taken (R-PROXY-NOTICE): the case goes on in two
   * visits with a letter, and nothing is typed twice.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code step-not-due} once the papers were
   *     checked, {@code no-notice-reply}, {@code case-held}, {@code case-closed}
   */
  public CaseView refuseNoticeReply(ReceptionNumber number, NoticeFinding finding) {
    Application application = applications.lock(number);
    application.requireHeldBy(actors.current().login());
    if (!application.noticeReply()) {
      throw Problem.conflict("no-notice-reply", number.value()).asException();
    }
    process.requireDue(number.value(), Steps.CHECK_PAPERS);
    application.askByLetterInstead();
    trail.record(
        Act.refused("notice-reply.refused", "APPLICATION", number.value(), finding.name()));
    return file.of(application);
  }

  /**
   * Asks a supervisor to allow that the same proxy proves who they are with another document.
   *
   * @param reason in the clerk's words, 1 to 500 characters
   */
  public CaseView askOtherDocument(ReceptionNumber number, String reason) {
    Application application = applications.lock(number);
    application.requireHeldBy(actors.current().login());
    exceptions.ask(application.form().matter(), Set.of(ExceptionKind.OTHER_DOCUMENT), reason);
    return file.of(application);
  }

  /**
   * How the requests of today for another document of this case's proxy stand, the newest first.
   */
  public List<Approval> otherDocument(ReceptionNumber number) {
    Application application =
        applications.find(number).orElseThrow(() -> Problem.refused("not-found").asException());
    return exceptions.of(application.form().matter()).stream()
        .filter(one -> one.exception() == ExceptionKind.OTHER_DOCUMENT)
        .filter(one -> one.receptionNumber().isEmpty())
        .sorted(Comparator.comparing(Approval::askedAt).reversed())
        .toList();
  }

  /**
   * The letter with this code; nothing is opened.
   *
   * @param typed the code as scanned or typed
   * @throws jp.madoguchi.problem.BusinessException {@code letter-code}, {@code letter-unknown}
   */
  public InquiryLetter letter(String typed) {
    return find(typed);
  }

  private InquiryLetter find(String typed) {
    LetterCode code =
        LetterCode.read(typed).orElseThrow(() -> Problem.refused("letter-code").asException());
    return letters
        .find(code)
        .orElseThrow(() -> Problem.refused("letter-unknown", code.value()).asException());
  }

  /** Why the return visit cannot be opened with this letter; empty when it can. */
  public Optional<Problem> obstacle(InquiryLetter letter) {
    return obstacle(
        letter, applications.find(new ReceptionNumber(letter.receptionNumber())).orElseThrow());
  }

  /** That a case is over says more than that its letter is void. */
  private static Optional<Problem> obstacle(InquiryLetter letter, Application application) {
    boolean posted = letter.state() == LetterState.POSTED;
    boolean over = application.state() != ApplicationState.OPEN;
    if (over && (posted || letter.state() == LetterState.VOID)) {
      return Optional.of(Problem.conflict("case-closed", letter.receptionNumber()));
    }
    return posted ? Optional.empty() : Optional.of(letter.unusable());
  }

  private static void require(Optional<Problem> obstacle) {
    obstacle.ifPresent(
        problem -> {
          throw problem.asException();
        });
  }

  private static String requireReason(String reason) {
    if (reason == null || reason.isBlank() || reason.strip().length() > 200) {
      throw Problem.refused("form-incomplete", "reason").asException();
    }
    return reason.strip();
  }
}
