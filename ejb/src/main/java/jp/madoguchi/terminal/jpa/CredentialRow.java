package jp.madoguchi.terminal.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.madoguchi.terminal.CredentialKind;

/** One credential of a terminal, from its issue to its end. */
@Entity
@Table(schema = "madoguchi", name = "terminal_credential")
public class CredentialRow {

  @Id private String fingerprint;

  @Column(name = "terminal_id")
  private String terminal;

  @Enumerated(EnumType.STRING)
  private CredentialKind kind;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "valid_until")
  private Instant validUntil;

  @Column(name = "first_used_at")
  private Instant firstUsedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected CredentialRow() {}

  CredentialRow(
      String fingerprint,
      String terminal,
      CredentialKind kind,
      Instant issuedAt,
      Instant validUntil) {
    this.fingerprint = fingerprint;
    this.terminal = terminal;
    this.kind = kind;
    this.issuedAt = issuedAt;
    this.validUntil = validUntil;
  }

  String terminal() {
    return terminal;
  }

  CredentialKind kind() {
    return kind;
  }

  boolean wasUsed() {
    return firstUsedAt != null;
  }

  boolean hasEnded() {
    return endedAt != null;
  }

  Instant validUntil() {
    return validUntil;
  }

  void use(Instant at) {
    firstUsedAt = at;
  }
}
