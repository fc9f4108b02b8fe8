package jp.madoguchi.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.cardwriting.CardWriting;
import jp.madoguchi.cardwriting.WritingState;
import jp.madoguchi.eligibility.Finding;
import jp.madoguchi.fee.FeeBook;
import jp.madoguchi.fee.FeeEntry;
import jp.madoguchi.letter.LetterBook;

/** What the processes ask of a case, under the name {@code cases} in the diagrams. */
@ApplicationScoped
@Named("cases")
public class CaseActs {

  @Inject private Applications applications;
  @Inject private FeeBook book;
  @Inject private CardWriting writing;
  @Inject private LetterBook letters;
  @Inject private CaseJudgement judgement;
  @Inject private PaperChecks papers;
  @Inject private OfficeClock clock;
  @Inject private AuditTrail trail;

  /** Whether a fee is still to be collected. */
  public boolean feeDue(String receptionNumber) {
    return application(receptionNumber).feeYen() > 0
        && book.find(receptionNumber, FeeEntry.Kind.COLLECTED).isEmpty();
  }

  /** Whether the applicant is asked by a letter; not when the notice's own reply is taken. */
  public boolean letterNeeded(String receptionNumber) {
    return !judgement.takesNoticeReply(application(receptionNumber));
  }

  /** The certificates are handed over; the case is done. */
  public void close(String receptionNumber) {
    end(receptionNumber, ApplicationState.ISSUED, act("application.issued", receptionNumber));
  }

  /** The rules do not hold any more; what was paid is given back, and every reason is kept. */
  public void refuse(String receptionNumber) {
    List<Finding> refusals = judgement.again(application(receptionNumber)).refusals();
    refusals.forEach(finding -> papers.add(new RefusalReason(receptionNumber, finding)));
    letters.revokeCurrent(receptionNumber);
    book.refund(receptionNumber);
    end(
        receptionNumber,
        ApplicationState.REFUSED,
        act("application.refused", receptionNumber)
            .with("rule", refusals.stream().map(Finding::rule).collect(Collectors.joining(" "))));
  }

  /** Nobody came back with the reply in time. */
  public void lapse(String receptionNumber) {
    letters.overdue(receptionNumber);
    end(receptionNumber, ApplicationState.LAPSED, act("application.lapsed", receptionNumber));
  }

  /** It is not wanted any more; what was paid for nothing is given back. */
  public void withdraw(String receptionNumber) {
    writing.cancel(receptionNumber);
    letters.revokeCurrent(receptionNumber);
    if (nothingIssued(receptionNumber)) {
      book.refund(receptionNumber);
    }
    Act withdrawn = act("application.withdrawn", receptionNumber);
    end(
        receptionNumber,
        ApplicationState.WITHDRAWN,
        application(receptionNumber)
            .withdrawnBy()
            .map(by -> withdrawn.with("withdrawnBy", by))
            .orElse(withdrawn));
  }

  private boolean nothingIssued(String receptionNumber) {
    return writing.certificates(receptionNumber).stream()
        .noneMatch(certificate -> certificate.state() == WritingState.ACTIVE);
  }

  private void end(String receptionNumber, ApplicationState outcome, Act act) {
    application(receptionNumber).close(outcome, clock.instant());
    writing.release(receptionNumber);
    trail.record(act);
  }

  private static Act act(String name, String receptionNumber) {
    return Act.done(name, "APPLICATION", receptionNumber);
  }

  private Application application(String receptionNumber) {
    return applications.lock(new ReceptionNumber(receptionNumber));
  }
}
