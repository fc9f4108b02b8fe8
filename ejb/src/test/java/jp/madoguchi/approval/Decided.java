package jp.madoguchi.approval;

import jp.madoguchi.calendar.OfficeClock;

/** Decides without a desk, for tests whose exceptions are only a part of the story. */
public final class Decided {

  private Decided() {}

  public static void granted(Approval asked, String reason, String by, OfficeClock clock) {
    asked.decide(true, new WrittenReason(reason), by, clock.today(), clock.instant());
  }
}
