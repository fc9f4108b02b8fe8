package jp.madoguchi.terminal;

import java.time.Duration;

/** Tells a terminal's reader that there may be work for it. */
public interface TerminalBell {

  /** Once the running transaction is committed; never when it is rolled back. */
  void ring(String terminal);

  /** After a while, whatever becomes of the running transaction. */
  void ringAfter(String terminal, Duration delay);
}
