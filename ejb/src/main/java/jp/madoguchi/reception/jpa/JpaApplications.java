package jp.madoguchi.reception.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.Application;
import jp.madoguchi.reception.ApplicationQuery;
import jp.madoguchi.reception.ApplicationState;
import jp.madoguchi.reception.Applications;
import jp.madoguchi.reception.ReceptionNumber;

/** Applications in the counter's own table. */
@ApplicationScoped
public class JpaApplications implements Applications {

  private static final String UNIQUE_VIOLATION = "23505";

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected JpaApplications() {}

  public JpaApplications(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public ReceptionNumber nextNumber(int year) {
    Number running =
        (Number)
            entities
                .createNativeQuery("select nextval('madoguchi.reception_number_seq')")
                .getSingleResult();
    return ReceptionNumber.of(year, running.longValue());
  }

  @Override
  public void add(Application application) {
    entities.persist(application);
    try {
      entities.flush();
    } catch (PersistenceException e) {
      if (isDuplicate(e)) {
        throw Problem.conflict("R-NO-DUPLICATE").asException();
      }
      throw e;
    }
  }

  /** Another clerk's transaction was first: the index of open applications refuses the second. */
  private static boolean isDuplicate(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refusal) {
        return UNIQUE_VIOLATION.equals(refusal.getSQLState());
      }
    }
    return false;
  }

  @Override
  public Optional<Application> find(ReceptionNumber number) {
    return Optional.ofNullable(entities.find(Application.class, number.value()));
  }

  @Override
  public Application lock(ReceptionNumber number) {
    Application found =
        entities.find(Application.class, number.value(), LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw Problem.refused("not-found").asException();
    }
    return found;
  }

  @Override
  public Optional<Application> openOf(long residentId) {
    return entities
        .createQuery(
            "select a from Application a where a.residentId = :resident and a.state = :open",
            Application.class)
        .setParameter("resident", residentId)
        .setParameter("open", ApplicationState.OPEN)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Application> openOf(Set<Long> residentIds) {
    return residentIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select a from Application a where a.residentId in :residents and a.state = :open",
                Application.class)
            .setParameter("residents", residentIds)
            .setParameter("open", ApplicationState.OPEN)
            .getResultList();
  }

  @Override
  public List<Application> ofResident(long residentId) {
    return entities
        .createQuery(
            "select a from Application a where a.residentId = :resident order by a.receivedAt desc",
            Application.class)
        .setParameter("resident", residentId)
        .getResultList();
  }

  @Override
  public List<Application> page(ApplicationQuery query) {
    StringBuilder text = new StringBuilder("select a from Application a where 1 = 1");
    if (query.state() != null) {
      text.append(" and a.state = :state");
    }
    if (query.residentId() != null) {
      text.append(" and a.residentId = :resident");
    }
    var typed = entities.createQuery(text + " order by a.receivedAt desc", Application.class);
    if (query.state() != null) {
      typed.setParameter("state", query.state());
    }
    if (query.residentId() != null) {
      typed.setParameter("resident", query.residentId());
    }
    return typed
        .setFirstResult((query.page() - 1) * ApplicationQuery.PAGE_SIZE)
        .setMaxResults(ApplicationQuery.PAGE_SIZE)
        .getResultList();
  }

  @Override
  public List<Application> ofDay(LocalDate day) {
    return entities
        .createQuery(
            "select a from Application a where a.receivedAt >= :from and a.receivedAt < :to"
                + " or a.closedAt >= :from and a.closedAt < :to order by a.receivedAt",
            Application.class)
        .setParameter("from", start(day))
        .setParameter("to", start(day.plusDays(1)))
        .getResultList();
  }

  @Override
  public List<Application> ended(ApplicationState outcome, LocalDate from) {
    return entities
        .createQuery(
            "select a from Application a where a.state = :outcome and a.closedAt >= :from"
                + " order by a.closedAt desc",
            Application.class)
        .setParameter("outcome", outcome)
        .setParameter("from", start(from))
        .getResultList();
  }

  @Override
  public List<Application> all(List<String> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select a from Application a where a.receptionNumber in :numbers",
                Application.class)
            .setParameter("numbers", numbers)
            .getResultList();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(OfficeClock.ZONE).toInstant();
  }
}
