package jp.madoguchi.terminal.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.madoguchi.terminal.Terminal;

/** A registered terminal; a lease of its reader is asked for by name, and has no row of its own. */
@Entity
@NamedNativeQuery(
    name = "Lease.ofTerminal",
    query =
        "select terminal_id, reception_number, until from madoguchi.reader_lease"
            + " where terminal_id = ?1 and until > ?2")
@NamedNativeQuery(
    name = "Lease.ofCase",
    query =
        "select terminal_id, reception_number, until from madoguchi.reader_lease"
            + " where reception_number = ?1 and until > ?2")
@Table(schema = "madoguchi", name = "terminal")
public class TerminalRow {

  @Id private String id;

  private String name;

  @Column(name = "secret_hash")
  private byte[] secretHash;

  @Column(name = "enrolled_at")
  private Instant enrolledAt;

  @Column(name = "last_seen")
  private Instant lastSeen;

  @Column(name = "agent_version")
  private String agentVersion;

  protected TerminalRow() {}

  TerminalRow(String id, String name, byte[] secretHash, Instant enrolledAt) {
    this.id = id;
    this.name = name;
    this.secretHash = secretHash.clone();
    this.enrolledAt = enrolledAt;
  }

  void enrolAgain(String newName, byte[] newSecretHash, Instant at) {
    name = newName;
    secretHash = newSecretHash.clone();
    enrolledAt = at;
  }

  void seen(Instant at, String version) {
    lastSeen = at;
    agentVersion = version;
  }

  byte[] secretHash() {
    return secretHash.clone();
  }

  Terminal asTerminal() {
    return new Terminal(id, name, lastSeen, agentVersion);
  }
}
