package jp.madoguchi.resident.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import jp.madoguchi.resident.Card;
import jp.madoguchi.resident.CardKind;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.CardState;

/** A row of the register's cards. */
@Entity
@Table(schema = "madoguchi", name = "resident_card")
public class CardRow {

  @Id
  @Column(name = "serial")
  private String serial;

  @Column(name = "resident_id")
  private long residentId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private CardKind kind;

  @Column(name = "expires_on")
  private LocalDate expiresOn;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private CardState state;

  @Column(name = "held_at")
  private Instant heldAt;

  @Version
  @Column(name = "version")
  private long version;

  protected CardRow() {}

  Card asCard() {
    boolean heldHere = heldAt != null && state == CardState.VALID;
    return new Card(
        new CardSerial(serial),
        residentId,
        kind,
        expiresOn,
        heldHere ? CardState.SUSPENDED : state);
  }

  CardState state() {
    return state;
  }

  boolean hold(Instant now) {
    boolean fresh = heldAt == null;
    heldAt = fresh ? now : heldAt;
    return fresh;
  }

  void release() {
    heldAt = null;
  }
}
