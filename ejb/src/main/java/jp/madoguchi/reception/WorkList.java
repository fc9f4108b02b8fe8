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

  /** The day so far. */
  public Today today() {
    LocalDate day = clock.today();
    return Today.of(closing.of(day), applications.ofDay(day));
  }
}
