package jp.madoguchi.revocation.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.revocation.RequestBook;
import jp.madoguchi.revocation.RevocationRequest;
import jp.madoguchi.revocation.StatusAct;

/** Requests to revoke in the counter's own tables. */
@ApplicationScoped
public class JpaRequestBook implements RequestBook {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected JpaRequestBook() {}

  public JpaRequestBook(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public long nextNumber() {
    Object next =
        entities
            .createNativeQuery("select nextval('madoguchi.revocation_request_seq')")
            .getSingleResult();
    return ((Number) next).longValue();
  }

  @Override
  public void add(RevocationRequest request) {
    entities.persist(request);
  }

  @Override
  public Optional<RevocationRequest> find(long id) {
    return Optional.ofNullable(entities.find(RevocationRequest.class, id));
  }

  @Override
  public List<RevocationRequest> newest(int from, int limit) {
    return entities
        .createQuery(
            "select r from RevocationRequest r order by r.receivedAt desc, r.id desc",
            RevocationRequest.class)
        .setFirstResult(from)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public List<RevocationRequest> ofResident(long residentId) {
    return entities
        .createQuery(
            "select r from RevocationRequest r where r.residentId = :resident order by r.id desc",
            RevocationRequest.class)
        .setParameter("resident", residentId)
        .getResultList();
  }

  @Override
  public void add(StatusAct act) {
    entities.persist(act);
  }

  @Override
  public List<StatusAct> acts(Collection<String> subjects) {
    return subjects.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select a from StatusAct a where a.subject in :subjects order by a.id",
                StatusAct.class)
            .setParameter("subjects", subjects)
            .getResultList();
  }

  @Override
  public Optional<StatusAct> lastOn(CertificateSerialNumber serial) {
    return entities
        .createQuery(
            "select a from StatusAct a where a.serial = :serial order by a.id desc",
            StatusAct.class)
        .setParameter("serial", serial.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
