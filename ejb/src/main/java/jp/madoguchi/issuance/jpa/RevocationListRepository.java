package jp.madoguchi.issuance.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RevocationList;
import jp.madoguchi.issuance.RevokedEntry;

/** The published lists, and what the next one has to say. */
@ApplicationScoped
public class RevocationListRepository {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected RevocationListRepository() {}

  public RevocationListRepository(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<RevocationList> newest(String keyId) {
    return entities
        .createQuery(
            "select l from PublishedList l where l.keyId = :keyId order by l.number desc",
            PublishedList.class)
        .setParameter("keyId", keyId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(PublishedList::list);
  }

  /** Zero before the first list. */
  public long lastNumber(CertificateType type) {
    return entities
        .createQuery(
            "select coalesce(max(l.number), 0) from PublishedList l where l.type = :type",
            Long.class)
        .setParameter("type", type)
        .getSingleResult();
  }

  public void add(RevocationList list) {
    entities.persist(new PublishedList(list));
  }

  /** Whether something was revoked, suspended or reinstated that no list has said yet. */
  public boolean pending(CertificateType type) {
    return !entities
        .createQuery(
            "select c.serial from StoredCertificate c where c.type = :type and c.listPending = true",
            Object.class)
        .setParameter("type", type)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** What is pending is said by the list that the same transaction makes. */
  public void clearPending(CertificateType type) {
    entities
        .createQuery(
            "update StoredCertificate c set c.listPending = false"
                + " where c.type = :type and c.listPending = true")
        .setParameter("type", type)
        .executeUpdate();
  }

  /** All that are revoked or suspended and end after the given time, by serial. */
  public List<RevokedEntry> revoked(CertificateType type, Instant endingAfter) {
    return entities
        .createQuery(
            "select new jp.madoguchi.issuance.RevokedEntry(c.serial, c.revokedAt, c.reason)"
                + " from StoredCertificate c where c.type = :type and c.revokedAt is not null"
                + " and c.notAfter > :ending order by c.serial",
            RevokedEntry.class)
        .setParameter("type", type)
        .setParameter("ending", endingAfter)
        .getResultList();
  }
}
