package jp.madoguchi.issuance.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import jp.madoguchi.issuance.AuthorityLink;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.ListScope;
import jp.madoguchi.issuance.RevocationList;

/** What relying parties fetch, as it stands in the tables; read over a connection that is given. */
public final class PublishedTable {

  /** A key that was prepared and never written signed nothing. */
  private static final String GENERATION =
      " and not a.prepared and ((? is null and a.is_current) or a.key_id = ?)";

  private static final String NEWEST =
      "select l.key_id, l.number, l.this_update, l.next_update, l.size"
          + " from madoguchi.revocation_list l join madoguchi.authority a on a.key_id = l.key_id"
          + " where l.newest and l.type = ? and l.list_partition is not distinct from ?"
          + GENERATION;

  private static final String PART =
      "select bytes from madoguchi.revocation_list_part where list = ? and position = ?";

  private final Connection connection;

  public PublishedTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * The newest list of a key.
   *
   * @param keyId in lower case hexadecimal; empty for the key that signs now
   * @return empty where there is no such key or partition
   */
  public Optional<RevocationList> newest(ListScope scope, Optional<String> keyId)
      throws SQLException {
    try (PreparedStatement asked = connection.prepareStatement(NEWEST)) {
      asked.setString(1, scope.type().name());
      asked.setObject(2, scope.partition().orElse(null), java.sql.Types.INTEGER);
      asked.setString(3, keyId.orElse(null));
      asked.setString(4, keyId.orElse(null));
      try (ResultSet row = asked.executeQuery()) {
        return row.next() ? Optional.of(list(scope, row)) : Optional.empty();
      }
    }
  }

  private static RevocationList list(ListScope scope, ResultSet row) throws SQLException {
    return new RevocationList(
        scope,
        row.getString(1),
        row.getLong(2),
        row.getTimestamp(3).toInstant(),
        row.getTimestamp(4).toInstant(),
        row.getLong(5));
  }

  /**
   * A list's bytes in DER, cut into parts.
   *
   * @param position from 0
   * @return empty after the last one, and where the list was replaced more than an hour ago
   */
  public Optional<byte[]> part(RevocationList list, int position) throws SQLException {
    try (PreparedStatement asked = connection.prepareStatement(PART)) {
      asked.setString(1, list.id());
      asked.setInt(2, position);
      return bytes(asked);
    }
  }

  /** In DER, of that key or of the one that signs now. */
  public Optional<byte[]> certificate(CertificateType type, Optional<String> keyId)
      throws SQLException {
    return ofGeneration("certificate", type, keyId);
  }

  /** The link between that key and the former one; empty where there is none. */
  public Optional<byte[]> link(CertificateType type, String keyId, AuthorityLink link)
      throws SQLException {
    String column = link == AuthorityLink.NEW_WITH_OLD ? "new_with_old" : "old_with_new";
    return ofGeneration(column, type, Optional.of(keyId));
  }

  private Optional<byte[]> ofGeneration(String column, CertificateType type, Optional<String> keyId)
      throws SQLException {
    try (PreparedStatement asked =
        connection.prepareStatement(
            "select a." + column + " from madoguchi.authority a where a.type = ?" + GENERATION)) {
      asked.setString(1, type.name());
      asked.setString(2, keyId.orElse(null));
      asked.setString(3, keyId.orElse(null));
      return bytes(asked);
    }
  }

  private static Optional<byte[]> bytes(PreparedStatement asked) throws SQLException {
    try (ResultSet row = asked.executeQuery()) {
      return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
    }
  }
}
