package jp.madoguchi.issuance.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.OutsideState;

/** What was asked for outside, who issued it, and what has to be told there. */
@ApplicationScoped
public class OutsideRepository {

  private static final Set<OutsideState> OPEN =
      EnumSet.of(
          OutsideState.ASKED, OutsideState.WAITING, OutsideState.OFFERED, OutsideState.UNFIT);

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected OutsideRepository() {}

  public OutsideRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(OutsideRequest request) {
    entities.persist(request);
    entities.flush();
  }

  public OutsideRequest find(long id) {
    return entities.find(OutsideRequest.class, id);
  }

  /** Holds the row until the transaction ends. */
  public OutsideRequest lock(long id) {
    return entities.find(OutsideRequest.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  public Optional<OutsideRequest> lockByKey(byte[] keyHash) {
    return entities
        .createQuery(
            "select r from OutsideRequest r where r.keyHash = :keyHash", OutsideRequest.class)
        .setParameter("keyHash", keyHash)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** Whether it was asked for, and neither refused nor given up since. */
  public boolean isAsked(byte[] keyHash) {
    return entities
            .createQuery(
                "select count(r) from OutsideRequest r where r.keyHash = :keyHash"
                    + " and r.withdrawn = false and r.state <> :refused",
                Long.class)
            .setParameter("keyHash", keyHash)
            .setParameter("refused", OutsideState.REFUSED)
            .getSingleResult()
        > 0;
  }

  public List<OutsideRequest> lockOf(String receptionNumber, CertificateType type) {
    return entities
        .createQuery(
            "select r from OutsideRequest r where r.receptionNumber = :reception"
                + " and r.type = :type order by r.id",
            OutsideRequest.class)
        .setParameter("reception", receptionNumber)
        .setParameter("type", type)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Those that are not over, longest due first; whether one is due, it says itself. */
  public List<Long> open(int limit) {
    return entities
        .createQuery(
            "select r.id from OutsideRequest r where r.state in :open order by r.nextAt, r.id",
            Long.class)
        .setParameter("open", OPEN)
        .setMaxResults(limit)
        .getResultList();
  }

  public long openRequests() {
    return entities
        .createQuery("select count(r) from OutsideRequest r where r.state in :open", Long.class)
        .setParameter("open", OPEN)
        .getSingleResult();
  }

  /** Since when the longest waiting one waits. */
  public Optional<Instant> openSince() {
    return Optional.ofNullable(
        entities
            .createQuery(
                "select min(r.askedAt) from OutsideRequest r where r.state in :open", Instant.class)
            .setParameter("open", OPEN)
            .getSingleResult());
  }

  /** The certificates whose state here has still to be told outside. */
  public List<CertificateSerialNumber> untold(int limit) {
    return entities
        .createQuery(
            "select c from StoredCertificate c where c.outsidePending = true order by c.serial",
            StoredCertificate.class)
        .setMaxResults(limit)
        .getResultStream()
        .map(StoredCertificate::serial)
        .toList();
  }

  public long untold() {
    return entities
        .createQuery(
            "select count(c) from StoredCertificate c where c.outsidePending = true", Long.class)
        .getSingleResult();
  }

  public void keepIssuer(String keyId, byte[] certificate) {
    entities
        .createNativeQuery(
            "insert into madoguchi.outside_issuer (key_id, certificate) values (?, ?)"
                + " on conflict (key_id) do nothing")
        .setParameter(1, keyId)
        .setParameter(2, certificate)
        .executeUpdate();
  }

  public Optional<byte[]> issuer(String keyId) {
    return Optional.ofNullable(entities.find(OutsideIssuer.class, keyId))
        .map(OutsideIssuer::certificate);
  }
}
