package jp.madoguchi.reception.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.AnsweredOnce;
import jp.madoguchi.reception.ReceptionNumber;

/** Keys in a table whose primary key makes the second of two wait. */
@ApplicationScoped
public class JpaAnsweredOnce implements AnsweredOnce {

  private static final int LONGEST_KEY = 200;

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  @Inject private OfficeClock clock;

  @Override
  public Optional<ReceptionNumber> claim(String caller, String key, ReceptionNumber number) {
    return claim(caller, key, number.value()).map(ReceptionNumber::new);
  }

  @Override
  public Optional<String> claim(String caller, String key, String subject) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Problem.refused("form-incomplete", "Idempotency-Key").asException();
    }
    int inserted =
        entities
            .createNativeQuery(
                "insert into madoguchi.answered_once"
                    + " (idempotency_key, caller, reception_number, answered_at)"
                    + " values (?1, ?2, ?3, ?4) on conflict do nothing")
            .setParameter(1, key)
            .setParameter(2, caller)
            .setParameter(3, subject)
            .setParameter(4, java.sql.Timestamp.from(clock.instant()))
            .executeUpdate();
    return inserted == 1 ? Optional.empty() : subject(caller, key);
  }

  @Override
  public Optional<ReceptionNumber> find(String caller, String key) {
    return subject(caller, key).map(ReceptionNumber::new);
  }

  @Override
  public Optional<String> subject(String caller, String key) {
    return entities
        .createNativeQuery(
            "select reception_number from madoguchi.answered_once"
                + " where caller = ?1 and idempotency_key = ?2")
        .setParameter(1, caller)
        .setParameter(2, key)
        .getResultStream()
        .findFirst()
        .map(String.class::cast);
  }
}
