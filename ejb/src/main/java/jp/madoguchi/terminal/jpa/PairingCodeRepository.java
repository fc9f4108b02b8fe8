package jp.madoguchi.terminal.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** The table of pairing codes. */
@ApplicationScoped
public class PairingCodeRepository {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected PairingCodeRepository() {}

  public PairingCodeRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Puts a code in the place of any other of the terminal. */
  public void put(String terminal, byte[] hash, Instant until) {
    remove(terminal);
    entities.persist(new PairingCodeRow(terminal, hash, until));
  }

  /**
   * Uses the terminal's code up if this is it, and counts a wrong try otherwise.
   *
   * @param tries the wrong try that voids the code
   */
  public boolean redeem(String terminal, byte[] hash, Instant now, int tries) {
    PairingCodeRow row =
        entities.find(PairingCodeRow.class, terminal, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      return false;
    }
    boolean right = row.waits(now) && row.is(hash);
    if (right || row.failed() >= tries) {
      entities.remove(row);
    }
    return right;
  }

  public boolean waits(String terminal, Instant now) {
    PairingCodeRow row = entities.find(PairingCodeRow.class, terminal);
    return row != null && row.waits(now);
  }

  public void remove(String terminal) {
    entities
        .createQuery("delete from PairingCodeRow p where p.terminal = :terminal")
        .setParameter("terminal", terminal)
        .executeUpdate();
  }
}
