package jp.madoguchi.whole;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps the server in the transaction by which a writing leaves a state of its journal: what is
 * committed until it opens is that state. The database itself waits, for a lock that the test
 * holds.
 */
final class JournalGate implements AutoCloseable {

  private static final long LOCK = 20_261_126;

  private final Connection holder;

  private JournalGate(Connection holder) {
    this.holder = holder;
  }

  /**
   * @param position which certificate of the case, from 0
   */
  static JournalGate leaving(String receptionNumber, int position, String state)
      throws SQLException {
    Connection holder = Tables.connect();
    holder
        .createStatement()
        .execute("set lock_timeout = 30000; select pg_advisory_lock(%d)".formatted(LOCK));
    Tables.execute(
        "create or replace function wait_by_test() returns trigger language plpgsql as $$ begin"
            + " perform pg_advisory_xact_lock_shared(%d); return new; end $$".formatted(LOCK),
        ("create trigger wait_by_test before update on madoguchi.card_writing for each row when"
                + " (old.reception_number = '%s' and old.position = %d and old.state = '%s'"
                + " and new.state <> old.state) execute function wait_by_test()")
            .formatted(receptionNumber, position, state));
    return new JournalGate(holder);
  }

  /** Until the server stands before it. */
  void await() {
    Wait.until(
        "the server waits at the journal",
        () ->
            Tables.count(
                "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                    + " and objid = ?",
                LOCK),
        waiting -> waiting > 0);
  }

  /** Lets the server on; nothing when the database has gone, and the lock with it. */
  void open() {
    try {
      holder.close();
    } catch (SQLException e) {
      // the database is away, and the lock with it
    }
  }

  @Override
  public void close() {
    open();
    Tables.execute(
        "drop trigger if exists wait_by_test on madoguchi.card_writing",
        "drop function if exists wait_by_test()");
  }
}
