package jp.madoguchi.terminal.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.terminal.Terminal;

/** The table of registered terminals. */
@ApplicationScoped
public class TerminalRepository {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected TerminalRepository() {}

  public TerminalRepository(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Terminal> find(String id) {
    return Optional.ofNullable(entities.find(TerminalRow.class, id))
        .filter(TerminalRow::inUse)
        .map(TerminalRow::asTerminal);
  }

  public List<Terminal> all() {
    return entities
        .createQuery(
            "select t from TerminalRow t where t.retiredAt is null order by t.id",
            TerminalRow.class)
        .getResultStream()
        .map(TerminalRow::asTerminal)
        .toList();
  }

  /** Adds a terminal or brings a retired one back; false when it is in use. */
  public boolean add(String id, String name, Instant at) {
    TerminalRow row = entities.find(TerminalRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      entities.persist(new TerminalRow(id, name, at));
      return true;
    }
    return row.comeBack(name, at);
  }

  public void retire(String id, Instant at) {
    hold(id);
    entities.find(TerminalRow.class, id).retire(at);
  }

  /** Keeps all others from changing the terminal's standing until the transaction ends. */
  public void hold(String id) {
    entities.find(TerminalRow.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  public void seen(String id, Instant at, String agentVersion) {
    TerminalRow row = entities.find(TerminalRow.class, id);
    if (row != null) {
      row.seen(at, agentVersion);
    }
  }
}
