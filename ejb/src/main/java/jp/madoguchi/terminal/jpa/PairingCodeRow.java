package jp.madoguchi.terminal.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;

/** The one-time code that waits for a terminal's agent. */
@Entity
@Table(schema = "madoguchi", name = "pairing_code")
public class PairingCodeRow {

  @Id
  @Column(name = "terminal_id")
  private String terminal;

  @Column(name = "code_hash")
  private byte[] codeHash;

  @Column(name = "valid_until")
  private Instant validUntil;

  private int failures;

  protected PairingCodeRow() {}

  PairingCodeRow(String terminal, byte[] codeHash, Instant validUntil) {
    this.terminal = terminal;
    this.codeHash = codeHash.clone();
    this.validUntil = validUntil;
  }

  boolean waits(Instant now) {
    return now.isBefore(validUntil);
  }

  boolean is(byte[] hash) {
    return MessageDigest.isEqual(codeHash, hash);
  }

  /** Counts a wrong try and tells how many there were. */
  int failed() {
    failures++;
    return failures;
  }
}
