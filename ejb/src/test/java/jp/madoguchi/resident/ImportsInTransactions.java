package jp.madoguchi.resident;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import jp.madoguchi.resident.jpa.StoredEntries;
import jp.madoguchi.resident.jpa.StoredImports;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.TestDatabase;

/** The stored ledger with each call in a transaction of its own, as the server would do it. */
class ImportsInTransactions implements ImportLedger {

  @Override
  public long open(String startedBy, String node, Instant at, long linesExpected) {
    return inTransaction(ledger -> ledger.open(startedBy, node, at, linesExpected));
  }

  @Override
  public boolean begin(long id) {
    return inTransaction(ledger -> ledger.begin(id));
  }

  @Override
  public void keep(long id, SortedMap<Long, ResidentEntry> good, List<LineRefusal> refused) {
    inTransaction(
        ledger -> {
          ledger.keep(id, good, refused);
          return null;
        });
  }

  @Override
  public void end(long id, ImportState state, Instant at) {
    inTransaction(
        ledger -> {
          ledger.end(id, state, at);
          return null;
        });
  }

  @Override
  public int interrupt(String node, Instant at) {
    return inTransaction(ledger -> ledger.interrupt(node, at));
  }

  @Override
  public Optional<ImportProgress> find(long id) {
    return inTransaction(ledger -> ledger.find(id));
  }

  @Override
  public List<ImportProgress> newest(int limit) {
    return inTransaction(ledger -> ledger.newest(limit));
  }

  @Override
  public List<LineRefusal> refusals(long id, long afterLine, String afterField, int limit) {
    return inTransaction(ledger -> ledger.refusals(id, afterLine, afterField, limit));
  }

  private static <T> T inTransaction(Function<ImportLedger, T> work) {
    Function<EntityManager, T> inside =
        entities ->
            work.apply(
                new StoredImports(
                    entities,
                    new StoredEntries(entities, new FiredEvents<>(), new FiredEvents<>())));
    return TestDatabase.shared().inTransaction(inside);
  }
}
