package jp.madoguchi.revocation.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.revocation.Lapse;
import jp.madoguchi.revocation.LapseBook;
import jp.madoguchi.revocation.LapsedCertificate;

/** Lapses in the counter's own tables. */
@ApplicationScoped
public class JpaLapseBook implements LapseBook {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected JpaLapseBook() {}

  public JpaLapseBook(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(Lapse lapse) {
    entities.persist(lapse);
  }

  @Override
  public Optional<Lapse> find(long id) {
    return Optional.ofNullable(entities.find(Lapse.class, id));
  }

  @Override
  public List<Lapse> due(int from, int limit) {
    List<Long> page =
        entities
            .createQuery(
                "select l.id from Lapse l where l.notice = :due order by l.decidedAt, l.id",
                Long.class)
            .setParameter("due", Lapse.Notice.DUE)
            .setFirstResult(from)
            .setMaxResults(limit)
            .getResultList();
    return page.isEmpty()
        ? List.of()
        : due("l.id in :which order by l.decidedAt, l.id, c.id", page);
  }

  @Override
  public long countDue() {
    return entities
        .createQuery("select count(l) from Lapse l where l.notice = :due", Long.class)
        .setParameter("due", Lapse.Notice.DUE)
        .getSingleResult();
  }

  @Override
  public List<Lapse> dueOf(Set<Long> residents) {
    return residents.isEmpty()
        ? List.of()
        : due("l.residentId in :which order by l.id, c.id", residents);
  }

  /** With the certificates of all of them, read at once. */
  private List<Lapse> due(String condition, Collection<Long> which) {
    return entities
        .createQuery(
            "select distinct l from Lapse l left join fetch l.certificates c"
                + " where l.notice = :due and "
                + condition,
            Lapse.class)
        .setParameter("due", Lapse.Notice.DUE)
        .setParameter("which", which)
        .getResultList();
  }

  @Override
  public List<LapsedCertificate> pending(CertificateSerialNumber serial) {
    return entities
        .createQuery(
            "select c from LapsedCertificate c where c.serial = :serial and c.outcome is not null"
                + " and c.appliedAt is null order by c.id",
            LapsedCertificate.class)
        .setParameter("serial", serial.value())
        .getResultList();
  }
}
