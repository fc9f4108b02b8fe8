package jp.madoguchi.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.calendar.OfficeClock;

/** 今日: what waits for the counter's staff now. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class WorkList {

  private static final int LONGEST = 100;
  private static final int DAYS_SHOWN = 7;

  @Inject private CaseFile file;
  @Inject private ClosingDesk closing;
  @Inject private Applications applications;
  @Inject private OfficeClock clock;

  /** What waits, the longest waiting first; at most a hundred. */
  public List<CaseLine> due() {
    return file.due(LONGEST);
  }

  /** What failed, the case received first at the head; at most a hundred. */
  public List<StuckCase> stuck() {
    return file.stuck(LONGEST);
  }

  /** Cases that ended without issue in the last seven days, the newest first (R-RECHECK). */
  public List<EndedCase> ended() {
    return file.ended(
        applications.ended(ApplicationState.REFUSED, clock.today().minusDays(DAYS_SHOWN - 1)));
  }

  /** The day so far. */
  public Today today() {
    LocalDate day = clock.today();
    return Today.of(closing.of(day), applications.ofDay(day));
  }
}
