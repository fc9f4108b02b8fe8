package jp.madoguchi.staff.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The staff in their table. */
@ApplicationScoped
public class StaffTable {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  public StaffTable() {}

  public StaffTable(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<StaffRow> find(String login) {
    return Optional.ofNullable(entities.find(StaffRow.class, login));
  }

  /** The row, held for this transaction, so that attempts at the same time are counted each. */
  public Optional<StaffRow> hold(String login) {
    return Optional.ofNullable(
        entities.find(StaffRow.class, login, LockModeType.PESSIMISTIC_WRITE));
  }

  public List<StaffRow> all() {
    return entities
        .createQuery("select s from StaffRow s order by s.login", StaffRow.class)
        .getResultList();
  }

  /** Every row, held in one order for this transaction, for rules about all of them together. */
  public List<StaffRow> holdAll() {
    return entities
        .createQuery("select s from StaffRow s order by s.login", StaffRow.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  public void add(StaffRow row) {
    entities.persist(row);
    entities.flush();
  }
}
