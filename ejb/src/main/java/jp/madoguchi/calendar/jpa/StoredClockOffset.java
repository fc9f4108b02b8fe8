package jp.madoguchi.calendar.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import jp.madoguchi.calendar.ClockOffset;

/** The clock's offset in the table {@code madoguchi.office_clock}, which has one row. */
@ApplicationScoped
public class StoredClockOffset implements ClockOffset {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected StoredClockOffset() {}

  public StoredClockOffset(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Duration read() {
    Number millis =
        (Number)
            entities
                .createNativeQuery("select offset_millis from madoguchi.office_clock")
                .getSingleResult();
    return Duration.ofMillis(millis.longValue());
  }

  @Override
  public void write(Duration offset) {
    entities
        .createNativeQuery("update madoguchi.office_clock set offset_millis = ?1")
        .setParameter(1, offset.toMillis())
        .executeUpdate();
  }
}
