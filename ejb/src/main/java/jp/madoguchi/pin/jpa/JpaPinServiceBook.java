package jp.madoguchi.pin.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.pin.PinService;
import jp.madoguchi.pin.PinServiceBook;

/** Visits for PINs in the counter's own tables. */
@ApplicationScoped
public class JpaPinServiceBook implements PinServiceBook {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  @Override
  public long nextNumber() {
    return ((Number)
            entities
                .createNativeQuery("select nextval('madoguchi.pin_service_seq')")
                .getSingleResult())
        .longValue();
  }

  @Override
  public void add(PinService service) {
    entities.persist(service);
    entities.flush();
  }

  @Override
  public Optional<PinService> find(long id) {
    return Optional.ofNullable(entities.find(PinService.class, id));
  }

  @Override
  public Optional<PinService> lock(long id) {
    return Optional.ofNullable(entities.find(PinService.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<PinService> openOf(String cardSerial) {
    return entities
        .createQuery(
            "select p from PinService p where p.cardSerial = :card and p.state = :open",
            PinService.class)
        .setParameter("card", cardSerial)
        .setParameter("open", PinService.State.OPEN)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<PinService> open(int limit) {
    return entities
        .createQuery(
            "select p from PinService p where p.state = :open order by p.receivedAt, p.id",
            PinService.class)
        .setParameter("open", PinService.State.OPEN)
        .setMaxResults(limit)
        .getResultList();
  }
}
