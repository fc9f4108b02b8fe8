package jp.madoguchi.staff.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.staff.Draft;

/** The drafts in their table. */
@ApplicationScoped
public class DraftTable {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  public DraftTable() {}

  public DraftTable(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Draft> find(String login, String page) {
    return row(login, page).map(DraftRow::draft);
  }

  public void put(String login, Draft draft) {
    DraftRow row =
        row(login, draft.page())
            .orElseGet(
                () -> {
                  DraftRow fresh = new DraftRow(login, draft.page());
                  entities.persist(fresh);
                  return fresh;
                });
    row.write(draft.content(), draft.at());
  }

  public void remove(String login, String page) {
    row(login, page).ifPresent(entities::remove);
  }

  /** Removes drafts older than this moment and tells how many. */
  public int removeOlderThan(Instant moment) {
    return entities
        .createQuery("delete from DraftRow d where d.at < :moment")
        .setParameter("moment", moment)
        .executeUpdate();
  }

  private Optional<DraftRow> row(String login, String page) {
    return Optional.ofNullable(entities.find(DraftRow.class, new DraftRow.Key(login, page)));
  }
}
