package jp.madoguchi.approval.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.approval.Approval;
import jp.madoguchi.approval.Approvals;
import jp.madoguchi.problem.Problem;

/** Exceptions in the counter's own table. */
@ApplicationScoped
public class JpaApprovals implements Approvals {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected JpaApprovals() {}

  public JpaApprovals(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(Approval approval) {
    entities.persist(approval);
  }

  @Override
  public Optional<Approval> find(long id) {
    return Optional.ofNullable(entities.find(Approval.class, id));
  }

  @Override
  public Approval lock(long id) {
    Approval found = entities.find(Approval.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw Problem.refused("not-found").asException();
    }
    return found;
  }

  @Override
  public List<Approval> ofDay(LocalDate day) {
    return entities
        .createQuery(
            "select a from Approval a where a.day = :day order by a.askedAt, a.id", Approval.class)
        .setParameter("day", day)
        .getResultList();
  }

  @Override
  public List<Approval> ofResident(long residentId, LocalDate day) {
    return entities
        .createQuery(
            "select a from Approval a where a.residentId = :resident and a.day = :day"
                + " order by a.askedAt, a.id",
            Approval.class)
        .setParameter("resident", residentId)
        .setParameter("day", day)
        .getResultList();
  }

  @Override
  public List<Approval> ofCases(List<String> receptionNumbers) {
    return receptionNumbers.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select a from Approval a where a.receptionNumber in :numbers"
                    + " order by a.askedAt, a.id",
                Approval.class)
            .setParameter("numbers", receptionNumbers)
            .getResultList();
  }
}
