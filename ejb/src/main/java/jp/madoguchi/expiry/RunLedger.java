package jp.madoguchi.expiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every run there was. The table is the truth about them, whatever a server remembers. */
public interface RunLedger {

  /**
   * Opens a run; empty where one is under way, or the night had one.
   *
   * @param holders how many holders there are to see to
   */
  Optional<ExpiryRun> open(
      ExpiryRun.Kind kind,
      LocalDate day,
      LocalDate until,
      int holders,
      String by,
      String node,
      Instant at);

  Optional<ExpiryRun> find(long id);

  /** The newest first. */
  List<ExpiryRun> newest(int limit);

  /** Whether a night's run was begun on this day. */
  boolean hadNight(LocalDate day);

  /** Takes a run up again; empty where it cannot be, or another one is under way. */
  Optional<ExpiryRun> takeUp(long id, String node);

  /** Asks a running one to stop; false where it does not run. */
  boolean askToStop(long id);

  /**
   * Holds the run for this attempt until the transaction ends.
   *
   * @throws IllegalStateException where the attempt was given up meanwhile: nothing of it counts
   */
  ExpiryRun hold(long id, int attempt);

  /** The checkpoint, in the transaction of what was printed before it. */
  void advance(long id, long lastHolder, int examined, int printed);

  /** Ends an attempt; false where it was given up meanwhile. */
  boolean end(long id, int attempt, RunState state, String fault, Instant at);

  /** Those under way of a node, and all that have shown no sign of life for five minutes. */
  List<ExpiryRun> lost(String node);
}
