package jp.madoguchi.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** That somebody came for a card that was reported lost, to have it released or revoked. */
@Entity
@Table(schema = "madoguchi", name = "card_loss_visit")
public class LossVisit {

  /** What they came for. */
  public enum Purpose {
    RELEASE,
    REVOCATION
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "card_loss_visit")
  @SequenceGenerator(
      name = "card_loss_visit",
      schema = "madoguchi",
      sequenceName = "card_loss_visit_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "card_loss")
  private long cardLoss;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Embedded private WhoCame who;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "received_by")
  private String receivedBy;

  protected LossVisit() {}

  LossVisit(CardLoss loss, Purpose purpose, WhoCame who, String clerk, Instant now) {
    this.cardLoss = loss.id();
    this.purpose = purpose;
    this.who = who;
    this.receivedAt = now;
    this.receivedBy = clerk;
  }

  long cardLoss() {
    return cardLoss;
  }

  public Purpose purpose() {
    return purpose;
  }

  public WhoCame who() {
    return who;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public String receivedBy() {
    return receivedBy;
  }
}
