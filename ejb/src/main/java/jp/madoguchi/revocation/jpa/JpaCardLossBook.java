package jp.madoguchi.revocation.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.revocation.CardLoss;
import jp.madoguchi.revocation.CardLossBook;
import jp.madoguchi.revocation.LossVisit;

/** Lost cards in the counter's own tables. */
@ApplicationScoped
public class JpaCardLossBook implements CardLossBook {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected JpaCardLossBook() {}

  public JpaCardLossBook(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public long nextNumber() {
    Object next =
        entities.createNativeQuery("select nextval('madoguchi.card_loss_seq')").getSingleResult();
    return ((Number) next).longValue();
  }

  @Override
  public void add(CardLoss loss) {
    entities.persist(loss);
  }

  @Override
  public void add(LossVisit visit) {
    entities.persist(visit);
  }

  @Override
  public List<LossVisit> visits(Collection<Long> losses) {
    return losses.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select v from LossVisit v where v.cardLoss in :losses order by v.id",
                LossVisit.class)
            .setParameter("losses", losses)
            .getResultList();
  }

  @Override
  public Optional<CardLoss> find(long id) {
    return Optional.ofNullable(entities.find(CardLoss.class, id));
  }

  @Override
  public Optional<CardLoss> lock(long id) {
    entities.flush();
    return Optional.ofNullable(entities.find(CardLoss.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<CardLoss> heldOf(CardSerial card) {
    return held("l.cardSerial = :card")
        .setParameter("card", card.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<CardLoss> heldOf(Set<Long> residents) {
    return residents.isEmpty()
        ? List.of()
        : held("l.residentId in :residents").setParameter("residents", residents).getResultList();
  }

  @Override
  public List<CardLoss> held(int from, int limit) {
    return held("l.id > 0").setFirstResult(from).setMaxResults(limit).getResultList();
  }

  @Override
  public long countHeld() {
    return entities
        .createQuery("select count(l) from CardLoss l where l.state = :held", Long.class)
        .setParameter("held", CardLoss.State.HELD)
        .getSingleResult();
  }

  @Override
  public List<CardLoss> heldSince(Instant then, int limit) {
    return held("l.reportedAt <= :then")
        .setParameter("then", then)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public List<CardLoss> ended(int from, int limit) {
    return entities
        .createQuery(
            "select l from CardLoss l where l.state <> :held order by l.endedAt desc, l.id desc",
            CardLoss.class)
        .setParameter("held", CardLoss.State.HELD)
        .setFirstResult(from)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public List<CardLoss> ofResident(long residentId) {
    return entities
        .createQuery(
            "select l from CardLoss l where l.residentId = :resident order by l.id desc",
            CardLoss.class)
        .setParameter("resident", residentId)
        .getResultList();
  }

  private TypedQuery<CardLoss> held(String which) {
    return entities
        .createQuery(
            "select l from CardLoss l where l.state = :held and "
                + which
                + " order by l.reportedAt, l.id",
            CardLoss.class)
        .setParameter("held", CardLoss.State.HELD);
  }
}
