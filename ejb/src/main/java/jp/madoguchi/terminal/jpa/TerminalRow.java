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

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "retired_at")
  private Instant retiredAt;

  @Column(name = "last_seen")
  private Instant lastSeen;

  @Column(name = "agent_version")
  private String agentVersion;

  protected TerminalRow() {}

  TerminalRow(String id, String name, Instant registeredAt) {
    this.id = id;
    this.name = name;
    this.registeredAt = registeredAt;
  }

  boolean inUse() {
    return retiredAt == null;
  }

  void retire(Instant at) {
    retiredAt = at;
  }

  /** False when it was not away. */
  boolean comeBack(String newName, Instant at) {
    if (inUse()) {
      return false;
    }
    name = newName;
    registeredAt = at;
    retiredAt = null;
    return true;
  }

  void seen(Instant at, String version) {
    lastSeen = at;
    agentVersion = version;
  }

  Terminal asTerminal() {
    return new Terminal(id, name, lastSeen, agentVersion);
  }
}
