package jp.madoguchi.resident.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
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

  @Version
  @Column(name = "version")
  private long version;

  protected CardRow() {}

  Card asCard() {
    return new Card(new CardSerial(serial), residentId, kind, expiresOn, state);
  }
}
