package jp.madoguchi.resident;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs one import from beginning to end, some thousand lines to a transaction. A batch that the
 * database does not take is halved until the line at fault is found, so that the good ones are
 * kept.
 */
final class ImportRun {

  static final int BATCH = 2000;

  private final ImportLedger ledger;
  private final EntryReader entries;
  private final Faults faults;

  /** Tells what a failure to keep a batch means. */
  interface Faults {

    /** Whether the values are at fault, so that the same batch can never be kept. */
    boolean liesInTheValues(RuntimeException fault);

    /** Waits before another try, or answers false when it is time to give up. */
    boolean waitBeforeTry(int number);
  }

  ImportRun(ImportLedger ledger, EntryReader entries, Faults faults) {
    this.ledger = ledger;
    this.entries = entries;
    this.faults = faults;
  }

  void run(long id, InputStream body) {
    try (ResidentCsv csv = new ResidentCsv(body, entries)) {
      SortedMap<Long, ResidentEntry> good = new TreeMap<>();
      List<LineRefusal> refused = new ArrayList<>();
      for (Optional<ImportLine> line = csv.next(); line.isPresent(); line = csv.next()) {
        if (line.get() instanceof ImportLine.Good kept) {
          good.put(kept.line(), kept.entry());
        } else if (line.get() instanceof ImportLine.Refused not) {
          refused.addAll(not.refusals());
        }
        if (good.size() >= BATCH || refused.size() >= BATCH) {
          keep(id, good, refused);
          good.clear();
          refused.clear();
        }
      }
      keep(id, good, refused);
    }
  }

  private void keep(long id, SortedMap<Long, ResidentEntry> good, List<LineRefusal> refused) {
    if (good.isEmpty() && refused.isEmpty()) {
      return;
    }
    try {
      keepTrying(id, good, refused);
    } catch (RuntimeException fault) {
      if (good.isEmpty() || !faults.liesInTheValues(fault)) {
        throw fault;
      }
      halve(id, good, refused);
    }
  }

  private void halve(long id, SortedMap<Long, ResidentEntry> good, List<LineRefusal> refused) {
    if (good.size() == 1) {
      List<LineRefusal> all = new ArrayList<>(refused);
      all.add(LineRefusal.ofLine(good.firstKey(), LineRefusal.Reason.NOT_STORED));
      keep(id, new TreeMap<>(), all);
      return;
    }
    long middle = good.keySet().stream().skip(good.size() / 2).findFirst().orElseThrow();
    keep(id, good.headMap(middle), refused.stream().filter(r -> r.line() < middle).toList());
    keep(id, good.tailMap(middle), refused.stream().filter(r -> r.line() > middle).toList());
  }

  private void keepTrying(long id, SortedMap<Long, ResidentEntry> good, List<LineRefusal> refused) {
    for (int tries = 1; ; tries++) {
      try {
        ledger.keep(id, good, refused);
        return;
      } catch (IllegalStateException noLongerRunning) {
        throw noLongerRunning;
      } catch (RuntimeException fault) {
        if (faults.liesInTheValues(fault) || !faults.waitBeforeTry(tries)) {
          throw fault;
        }
      }
    }
  }
}
