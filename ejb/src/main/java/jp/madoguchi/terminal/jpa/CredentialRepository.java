package jp.madoguchi.terminal.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import jp.madoguchi.terminal.CredentialKind;

/** The table of the terminals' credentials. */
@ApplicationScoped
public class CredentialRepository {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected CredentialRepository() {}

  public CredentialRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** A credential as it stands. */
  public record Found(
      String terminal, CredentialKind kind, Instant validUntil, boolean wasUsed, boolean ended) {

    public boolean isGoodAt(Instant now) {
      return !ended && now.isBefore(validUntil);
    }
  }

  public void add(
      String fingerprint, String terminal, CredentialKind kind, Instant from, Instant until) {
    entities.persist(new CredentialRow(fingerprint, terminal, kind, from, until));
  }

  public Optional<Found> find(String fingerprint) {
    return Optional.ofNullable(entities.find(CredentialRow.class, fingerprint))
        .map(
            row ->
                new Found(
                    row.terminal(), row.kind(), row.validUntil(), row.wasUsed(), row.hasEnded()));
  }

  /** Notes the first use, which ends the terminal's others; false when it has ended itself. */
  public boolean use(String fingerprint, Instant at) {
    CredentialRow row =
        entities.find(CredentialRow.class, fingerprint, LockModeType.PESSIMISTIC_WRITE);
    if (row == null || row.hasEnded()) {
      return false;
    }
    if (!row.wasUsed()) {
      row.use(at);
      entities.flush();
      entities
          .createQuery(
              "update CredentialRow c set c.endedAt = :at where c.terminal = :terminal"
                  + " and c.endedAt is null and c.fingerprint <> :fingerprint")
          .setParameter("at", at)
          .setParameter("terminal", row.terminal())
          .setParameter("fingerprint", fingerprint)
          .executeUpdate();
    }
    return true;
  }

  /** Ends what was issued and never used. */
  public void endUnused(String terminal, Instant at) {
    entities
        .createQuery(
            "update CredentialRow c set c.endedAt = :at where c.terminal = :terminal"
                + " and c.endedAt is null and c.firstUsedAt is null")
        .setParameter("at", at)
        .setParameter("terminal", terminal)
        .executeUpdate();
  }

  /** Ends all of a terminal's. */
  public void end(String terminal, Instant at) {
    entities
        .createQuery(
            "update CredentialRow c set c.endedAt = :at where c.terminal = :terminal"
                + " and c.endedAt is null")
        .setParameter("at", at)
        .setParameter("terminal", terminal)
        .executeUpdate();
  }

  /** Until when the latest of the terminal's good ones is good. */
  public Optional<Instant> validUntil(String terminal, Instant now) {
    return entities
        .createQuery(
            "select c from CredentialRow c where c.terminal = :terminal"
                + " and c.endedAt is null and c.validUntil > :now",
            CredentialRow.class)
        .setParameter("terminal", terminal)
        .setParameter("now", now)
        .getResultStream()
        .map(CredentialRow::validUntil)
        .max(Comparator.naturalOrder());
  }
}
