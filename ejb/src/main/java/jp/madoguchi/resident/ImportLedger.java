package jp.madoguchi.resident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Where imports are kept with their progress. Each method is a transaction of its own or joins. */
public interface ImportLedger {

  /**
   * Opens an import in the caller's transaction.
   *
   * @param node the server that will run it
   * @param linesExpected about how many lines there are, for the progress
   * @throws jp.madoguchi.problem.BusinessException {@code import-running} while another one runs
   */
  long open(String startedBy, String node, Instant at, long linesExpected);

  /** In a transaction of its own: from waiting to running; false when it no longer waits. */
  boolean begin(long id);

  /**
   * Enters lines into the register and counts them, all in one transaction of its own. Lines up to
   * one that was kept before are left alone, so a try whose answer was lost can be repeated.
   *
   * @param good entries by line number
   * @param refused every reason against the lines that are refused
   * @throws IllegalStateException when the import no longer runs; nothing was entered
   */
  void keep(long id, SortedMap<Long, ResidentEntry> good, List<LineRefusal> refused);

  /** Ends a running import in the caller's transaction. */
  void end(long id, ImportState state, Instant at);

  /** Ends whatever a node had under way, in the caller's transaction; answers how many. */
  int interrupt(String node, Instant at);

  Optional<ImportProgress> find(long id);

  /** The newest imports first. */
  List<ImportProgress> newest(int limit);

  /** Reasons in the order of lines and fields, from after the given one. */
  List<LineRefusal> refusals(long id, long afterLine, String afterField, int limit);
}
