package jp.madoguchi.terminal.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
    return Optional.ofNullable(entities.find(TerminalRow.class, id)).map(TerminalRow::asTerminal);
  }

  public List<Terminal> all() {
    return entities
        .createQuery("select t from TerminalRow t order by t.id", TerminalRow.class)
        .getResultStream()
        .map(TerminalRow::asTerminal)
        .toList();
  }

  /** The SHA-256 of the terminal's secret. */
  public Optional<byte[]> secretHash(String id) {
    return Optional.ofNullable(entities.find(TerminalRow.class, id)).map(TerminalRow::secretHash);
  }

  /** Registers a terminal, or gives a registered one a new secret. */
  public void enrol(String id, String name, byte[] secretHash, Instant at) {
    TerminalRow row = entities.find(TerminalRow.class, id);
    if (row == null) {
      entities.persist(new TerminalRow(id, name, secretHash, at));
    } else {
      row.enrolAgain(name, secretHash, at);
    }
  }

  public void seen(String id, Instant at, String agentVersion) {
    TerminalRow row = entities.find(TerminalRow.class, id);
    if (row != null) {
      row.seen(at, agentVersion);
    }
  }
}
