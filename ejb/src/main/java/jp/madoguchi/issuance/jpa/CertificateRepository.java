package jp.madoguchi.issuance.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.PlannedCertificate;
import jp.madoguchi.issuance.Standing;

/** The certificates' table. */
@ApplicationScoped
public class CertificateRepository {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected CertificateRepository() {}

  public CertificateRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(PlannedCertificate plan) {
    entities.persist(new StoredCertificate(plan));
  }

  /** Written at once, since its request refers to it. */
  public void add(StoredCertificate certificate) {
    entities.persist(certificate);
    entities.flush();
  }

  public Optional<StoredCertificate> find(CertificateSerialNumber serial) {
    return Optional.ofNullable(entities.find(StoredCertificate.class, serial.value()));
  }

  /**
   * Holds the row until the transaction ends, so that one step is taken by one caller. Reading
   * under the lock refreshes what is in memory: changes of this transaction are written first.
   */
  public Optional<StoredCertificate> findForChange(CertificateSerialNumber serial) {
    entities.flush();
    return Optional.ofNullable(
        entities.find(StoredCertificate.class, serial.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<StoredCertificate> findByKey(byte[] keyHash) {
    return entities
        .createNamedQuery("StoredCertificate.withKey", StoredCertificate.class)
        .setParameter("keyHash", keyHash)
        .getResultStream()
        .findFirst();
  }

  public List<StoredCertificate> ofResident(long residentId) {
    return entities
        .createNamedQuery("StoredCertificate.ofResident", StoredCertificate.class)
        .setParameter("resident", residentId)
        .getResultList();
  }

  public List<StoredCertificate> unrevokedOf(Set<Long> residents) {
    return residents.isEmpty()
        ? List.of()
        : entities
            .createNamedQuery("StoredCertificate.unrevoked", StoredCertificate.class)
            .setParameter("residents", residents)
            .getResultList();
  }

  public List<StoredCertificate> ofReception(String receptionNumber) {
    return entities
        .createNamedQuery("StoredCertificate.ofReception", StoredCertificate.class)
        .setParameter("reception", receptionNumber)
        .getResultList();
  }

  /** The valid and suspended ones that a newly published certificate replaces. */
  public List<StoredCertificate> replacedBy(StoredCertificate newer) {
    return entities
        .createNamedQuery("StoredCertificate.inForce", StoredCertificate.class)
        .setParameter("resident", newer.residentId())
        .setParameter("type", newer.type())
        .setParameter("except", newer.serial().value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Empty where no such certificate was ever planned. */
  public Optional<Standing> standing(CertificateSerialNumber serial) {
    return entities
        .createNamedQuery("StoredCertificate.standing", Standing.class)
        .setParameter("serial", serial.value())
        .getResultStream()
        .findFirst();
  }
}
