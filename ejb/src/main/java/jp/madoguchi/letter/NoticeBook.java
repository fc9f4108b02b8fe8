package jp.madoguchi.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;

/** What becomes of expiry notices once they are printed. */
@ApplicationScoped
public class NoticeBook {

  private static final String NOTICE = "EXPIRY_NOTICE";
  private static final int LONGEST_NOTE = 200;

  private final ExpiryNotices notices;
  private final OfficeClock clock;
  private final Actors actors;
  private final AuditTrail trail;

  protected NoticeBook() {
    this(null, null, null, null);
  }

  @Inject
  public NoticeBook(ExpiryNotices notices, OfficeClock clock, Actors actors, AuditTrail trail) {
    this.notices = notices;
    this.clock = clock;
    this.actors = actors;
    this.trail = trail;
  }

  public void post(ExpiryNotice notice) {
    notice.post(actors.current().login(), clock.instant());
    record("expiry-notice.posted", notice);
  }

  /** It is not sent; what it speaks of may be spoken of by another one. */
  public void takeOut(ExpiryNotice notice, String why) {
    notice.takeOut(why, actors.current().login(), clock.instant());
    notices.release(notice.code());
    trail.record(act("expiry-notice.taken-out", notice).with("reason", why));
  }

  /**
   * The post brought it back (返戻).
   *
   * @throws jp.madoguchi.problem.BusinessException {@code notice-code}, {@code notice-unknown},
   *     {@code notice-printed} and so on, {@code undelivered-note}
   */
  public ExpiryNotice undelivered(String typed, String why) {
    ExpiryNotice notice = find(typed);
    if (why == null || why.isBlank() || why.strip().length() > LONGEST_NOTE) {
      throw Problem.refused("undelivered-note").asException();
    }
    notice.undelivered(why.strip(), actors.current().login(), clock.instant());
    record("expiry-notice.undelivered", notice);
    return notice;
  }

  /**
   * A proxy brought the reply form of a notice (R-PROXY-NOTICE): the notice was posted to this
   * applicant, no reply of it was taken before, and it is in date.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code notice-code}, {@code notice-unknown},
   *     {@code notice-other-person}, {@code notice-answered} and so on, {@code notice-overdue}
   */
  public void answered(String typed, long applicant, String receptionNumber) {
    ExpiryNotice notice = find(typed);
    if (notice.residentId() != applicant) {
      throw Problem.refused("notice-other-person", notice.code()).asException();
    }
    if (notice.state() == LetterState.POSTED && clock.today().isAfter(notice.lastDay())) {
      throw Problem.refused("notice-overdue", notice.code()).asException();
    }
    notice.answered(receptionNumber, actors.current().login(), clock.instant());
    trail.record(act("expiry-notice.answered", notice).with("receptionNumber", receptionNumber));
  }

  private ExpiryNotice find(String typed) {
    LetterCode code =
        LetterCode.read(typed).orElseThrow(() -> Problem.refused("notice-code").asException());
    return notices
        .lock(code)
        .orElseThrow(() -> Problem.refused("notice-unknown", code.value()).asException());
  }

  private void record(String name, ExpiryNotice notice) {
    trail.record(act(name, notice));
  }

  private static Act act(String name, ExpiryNotice notice) {
    return Act.done(name, NOTICE, notice.code().value()).with("resident", notice.residentId());
  }
}
