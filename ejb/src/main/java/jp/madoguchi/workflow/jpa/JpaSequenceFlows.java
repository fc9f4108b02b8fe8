package jp.madoguchi.workflow.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.workflow.SequenceFlows;

/** Keeps the taken flows in a table, in the transaction that moved the process. */
@ApplicationScoped
public class JpaSequenceFlows implements SequenceFlows {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  @Inject private OfficeClock clock;

  @Override
  public void taken(List<Taken> flows) {
    Instant now = clock.instant();
    flows.forEach(flow -> entities.persist(new TakenFlow(flow, now)));
  }

  @Override
  public List<Taken> ofCase(String receptionNumber) {
    return entities
        .createQuery(
            "select f from TakenFlow f where f.receptionNumber = :number order by f.id",
            TakenFlow.class)
        .setParameter("number", receptionNumber)
        .getResultStream()
        .map(TakenFlow::taken)
        .toList();
  }
}
