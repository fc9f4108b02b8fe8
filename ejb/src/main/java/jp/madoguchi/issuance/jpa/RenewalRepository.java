package jp.madoguchi.issuance.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RenewalState;
import jp.madoguchi.problem.Problem;

/** The key rollovers that were asked for. */
@ApplicationScoped
public class RenewalRepository {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected RenewalRepository() {}

  public RenewalRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Renewal renewal) {
    entities.persist(renewal);
    entities.flush();
  }

  /**
   * Holds the row until the transaction ends.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code not-found}
   */
  public Renewal lock(long id) {
    return Optional.ofNullable(entities.find(Renewal.class, id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> Problem.refused("not-found").asException());
  }

  /** The one that waits for a decision, or that was cut off after it. */
  public Optional<Renewal> open(CertificateType type) {
    return entities
        .createQuery(
            "select r from Renewal r where r.type = :type and r.state in :open", Renewal.class)
        .setParameter("type", type)
        .setParameter("open", EnumSet.of(RenewalState.ASKED, RenewalState.GRANTED))
        .getResultStream()
        .findFirst();
  }
}
