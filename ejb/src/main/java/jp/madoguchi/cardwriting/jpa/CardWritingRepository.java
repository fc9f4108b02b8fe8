package jp.madoguchi.cardwriting.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.madoguchi.cardwriting.TransactionId;
import jp.madoguchi.cardwriting.WritingOrder;
import jp.madoguchi.cardwriting.WritingState;

/** The journal of card writing. */
@ApplicationScoped
public class CardWritingRepository {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected CardWritingRepository() {}

  public CardWritingRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(WritingOrder order, Instant now) {
    IntStream.range(0, order.types().size())
        .mapToObj(position -> new CardWritingRow(order, position, TransactionId.random(), now))
        .forEach(entities::persist);
    entities.flush();
  }

  /** The rows of a case in the order in which they are written. */
  public List<CardWritingRow> ofCase(String receptionNumber) {
    return entities
        .createQuery(
            "select w from CardWritingRow w where w.receptionNumber = :case order by w.position",
            CardWritingRow.class)
        .setParameter("case", receptionNumber)
        .getResultList();
  }

  /** Literals, so that the partial index {@code card_writing_open} serves it. */
  static final String OPEN_CASES =
      "select distinct reception_number from madoguchi.card_writing"
          + " where state not in ('ACTIVE', 'CANCELLED') order by reception_number";

  /** The cases for which something is still to be written, by their numbers. */
  public List<String> openCases(int limit) {
    List<?> numbers = entities.createNativeQuery(OPEN_CASES).setMaxResults(limit).getResultList();
    return numbers.stream().map(String.class::cast).toList();
  }

  /** The case for which something is still to be written on this card. */
  public Optional<String> openCaseOfCard(String cardSerial) {
    return entities
        .createQuery(
            "select w.receptionNumber from CardWritingRow w where w.cardSerial = :card"
                + " and w.state not in :over",
            String.class)
        .setParameter("card", cardSerial)
        .setParameter("over", List.of(WritingState.ACTIVE, WritingState.CANCELLED))
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
