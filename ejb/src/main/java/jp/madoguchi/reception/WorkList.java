package jp.madoguchi.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** 今日: what waits for the counter's staff now. */
@Stateless
@RolesAllowed({"CLERK", "SUPERVISOR"})
public class WorkList {

  private static final int LONGEST = 100;

  @Inject private CaseFile file;

  /** What waits, the longest waiting first; at most a hundred. */
  public List<CaseLine> due() {
    return file.due(LONGEST);
  }
}
