package jp.madoguchi.staff.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.staff.PairedDevice;

/** The pairings in their table. */
@ApplicationScoped
public class PairedDeviceTable {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  public PairedDeviceTable() {}

  public PairedDeviceTable(EntityManager entities) {
    this.entities = entities;
  }

  public void addCode(String hash, PairedDevice device, String by, Instant until) {
    entities.persist(new PairedDeviceRow(hash, device, by, false, until));
  }

  public void add(String hash, PairedDevice device, String by, Instant until) {
    entities.persist(new PairedDeviceRow(hash, device, by, true, until));
  }

  /** Takes a one-time code away and puts a pairing in its place. */
  public Optional<PairedDevice> redeem(
      String codeHash, String tokenHash, Instant now, Instant until) {
    PairedDeviceRow code =
        entities.find(PairedDeviceRow.class, codeHash, LockModeType.PESSIMISTIC_WRITE);
    if (code == null || code.redeemed() || code.ended(now)) {
      return Optional.empty();
    }
    entities.remove(code);
    add(tokenHash, code.device(), code.pairedBy(), until);
    return Optional.of(code.device());
  }

  public Optional<PairedDevice> find(String tokenHash, Instant now) {
    return Optional.ofNullable(entities.find(PairedDeviceRow.class, tokenHash))
        .filter(row -> row.redeemed() && !row.ended(now))
        .map(PairedDeviceRow::device);
  }

  /** Ends every pairing of this kind at a terminal and tells how many. */
  public int remove(PairedDevice device) {
    return entities
        .createQuery(
            "delete from PairedDeviceRow d where d.terminal = :terminal and d.kind = :kind")
        .setParameter("terminal", device.terminal())
        .setParameter("kind", device.kind())
        .executeUpdate();
  }

  public int removeEnded(Instant now) {
    return entities
        .createQuery("delete from PairedDeviceRow d where d.expiresAt <= :now")
        .setParameter("now", now)
        .executeUpdate();
  }
}
