package jp.madoguchi.resident.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.CardHolds;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.CardState;

/** Holds as a mark on the register's cards, which no entry of the register touches. */
@ApplicationScoped
public class StoredCardHolds implements CardHolds {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected StoredCardHolds() {}

  public StoredCardHolds(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public boolean hold(CardSerial card, Instant now) {
    return forChange(card).hold(now);
  }

  @Override
  public CardState inRegister(CardSerial card) {
    return forChange(card).state();
  }

  @Override
  public void release(CardSerial card) {
    forChange(card).release();
  }

  private CardRow forChange(CardSerial card) {
    entities.flush();
    return Optional.ofNullable(
            entities.find(CardRow.class, card.value(), LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }
}
