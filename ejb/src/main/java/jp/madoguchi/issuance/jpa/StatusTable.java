package jp.madoguchi.issuance.jpa;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.issuance.Standing;

/**
 * What the status service reads, over one connection that it keeps for itself. For one thread.
 *
 * <p>A failed call ends the connection; the next call opens another, which knows nothing of what
 * was read before.
 */
public final class StatusTable implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 5000;

  private static final String CHANGES =
      "select s.taken::text, c.serial from (select pg_current_snapshot() as taken) s"
          + " left join madoguchi.certificate c"
          + " on c.status_tx >= pg_snapshot_xmin(cast(? as pg_snapshot))"
          + " and not pg_visible_in_snapshot(c.status_tx, cast(? as pg_snapshot))";

  private static final String STANDINGS =
      "select serial, authority_key_id, state, revoked_at, revocation_reason"
          + " from madoguchi.certificate where serial = any (?)";

  private final DataSource source;
  private Connection connection;
  private PreparedStatement changes;
  private PreparedStatement standings;
  private String snapshot;

  public StatusTable(DataSource source) {
    this.source = source;
  }

  /**
   * The certificates whose status changed by a transaction that committed after the last call read,
   * or before this one: all that committed before this call are told by it or by an earlier one.
   *
   * @return empty where there was no call before on this connection: all may have changed
   */
  public Optional<Set<BigInteger>> changes() throws SQLException {
    try {
      boolean first = connection == null;
      open();
      changes.setString(1, snapshot);
      changes.setString(2, snapshot);
      Set<BigInteger> changed = new HashSet<>();
      try (ResultSet rows = changes.executeQuery()) {
        while (rows.next()) {
          snapshot = rows.getString(1);
          BigDecimal serial = rows.getBigDecimal(2);
          if (serial != null) {
            changed.add(serial.toBigInteger());
          }
        }
      }
      return first ? Optional.empty() : Optional.of(changed);
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** As they stand now; what was never planned is not among them. */
  public Map<BigInteger, Standing> standings(Collection<BigInteger> serials) throws SQLException {
    try {
      open();
      standings.setArray(1, connection.createArrayOf("numeric", serials.toArray()));
      Map<BigInteger, Standing> found = new HashMap<>();
      try (ResultSet rows = standings.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getBigDecimal(1).toBigInteger(), standing(rows));
        }
      }
      return found;
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Standing standing(ResultSet row) throws SQLException {
    String reason = row.getString(5);
    return new Standing(
        row.getString(2),
        CertificateState.valueOf(row.getString(3)),
        row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant(),
        reason == null ? null : RevocationReason.valueOf(reason));
  }

  private void open() throws SQLException {
    if (connection == null) {
      connection = source.getConnection();
      connection.setAutoCommit(true);
      connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
      // Everything that is visible in it is older than whatever is read from now on.
      try (PreparedStatement now =
              connection.prepareStatement("select pg_current_snapshot()::text");
          ResultSet row = now.executeQuery()) {
        row.next();
        snapshot = row.getString(1);
      }
      changes = connection.prepareStatement(CHANGES);
      standings = connection.prepareStatement(STANDINGS);
    }
  }

  @Override
  public void close() {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException broken) {
        // It is given up in any case.
      }
      connection = null;
    }
  }
}
