package jp.madoguchi.issuance.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateType;

/** The authorities' table. */
@ApplicationScoped
public class AuthorityRepository {

  /** Any fixed number that no other part uses: first start of two nodes makes one authority. */
  private static final long ESTABLISHMENT = 0x4D41444F47554348L;

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected AuthorityRepository() {}

  public AuthorityRepository(EntityManager entities) {
    this.entities = entities;
  }

  public List<AuthorityGeneration> of(CertificateType type) {
    return byType(type).getResultList();
  }

  /** Holds the authority until the transaction ends, so that a list number is given once. */
  public List<AuthorityGeneration> lock(CertificateType type) {
    return byType(type).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
  }

  private TypedQuery<AuthorityGeneration> byType(CertificateType type) {
    return entities
        .createQuery(
            "select a from AuthorityGeneration a where a.type = :type"
                + " order by a.validFrom, a.keyId",
            AuthorityGeneration.class)
        .setParameter("type", type);
  }

  public void add(AuthorityGeneration generation) {
    entities.persist(generation);
    entities.flush();
  }

  public Optional<AuthorityGeneration> find(String keyId) {
    return Optional.ofNullable(entities.find(AuthorityGeneration.class, keyId));
  }

  /** One that was only prepared and whose key was never written. */
  public void drop(AuthorityGeneration generation) {
    entities.remove(generation);
    entities.flush();
  }

  public void retire(AuthorityGeneration generation) {
    generation.retire();
    entities.flush();
  }

  /** One node at a time makes or changes authorities; released with the transaction. */
  public void oneAtATime() {
    entities
        .createNativeQuery("select 1 from pg_advisory_xact_lock(?)")
        .setParameter(1, ESTABLISHMENT)
        .getSingleResult();
  }
}
