package jp.madoguchi.cardwriting.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.cardwriting.PinOrder;
import jp.madoguchi.cardwriting.PinSettingState;

/** The journal of PIN settings. */
@ApplicationScoped
public class PinSettingRepository {

  private static final List<PinSettingState> OVER =
      List.of(PinSettingState.SET, PinSettingState.GIVEN_UP);

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected PinSettingRepository() {}

  public PinSettingRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(PinOrder order, Instant now) {
    order
        .ways()
        .forEach(
            (type, way) ->
                entities.persist(
                    new PinSettingRow(order.caseNumber(), type, way, order.cardSerial(), now)));
    entities.flush();
  }

  /** The PINs of a case, the one for signatures first. */
  public List<PinSettingRow> ofCase(String caseNumber) {
    return entities
        .createQuery(
            "select p from PinSettingRow p where p.caseNumber = :case order by p.type",
            PinSettingRow.class)
        .setParameter("case", caseNumber)
        .getResultList();
  }

  /** The case in which a PIN of this card is still to be set. */
  public Optional<String> openCaseOfCard(String cardSerial) {
    return entities
        .createQuery(
            "select p.caseNumber from PinSettingRow p where p.cardSerial = :card"
                + " and p.state not in :over",
            String.class)
        .setParameter("card", cardSerial)
        .setParameter("over", OVER)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
