package jp.madoguchi.letter.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.letter.ExpiryNotice;
import jp.madoguchi.letter.ExpiryNotices;
import jp.madoguchi.letter.LetterCode;
import jp.madoguchi.letter.LetterState;

/** The ledger in the counter's own tables. */
@ApplicationScoped
public class JpaExpiryNotices implements ExpiryNotices {

  @PersistenceContext(unitName = "madoguchi")
  private EntityManager entities;

  protected JpaExpiryNotices() {}

  public JpaExpiryNotices(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(ExpiryNotice notice, Collection<CertificateSerialNumber> certificates) {
    entities.persist(notice);
    entities.flush();
    for (CertificateSerialNumber one : certificates) {
      entities
          .createNativeQuery(
              "insert into madoguchi.expiry_notice_certificate (code, serial) values (?1, ?2)")
          .setParameter(1, notice.code().value())
          .setParameter(2, one.value())
          .executeUpdate();
    }
  }

  @Override
  public void release(LetterCode code) {
    entities
        .createNativeQuery(
            "update madoguchi.expiry_notice_certificate set counts = false where code = ?1")
        .setParameter(1, code.value())
        .executeUpdate();
  }

  @Override
  public List<CertificateSerialNumber> spokenOf(Collection<CertificateSerialNumber> certificates) {
    return certificates.stream().filter(this::spokenOf).toList();
  }

  private boolean spokenOf(CertificateSerialNumber certificate) {
    return !entities
        .createNativeQuery(
            "select 1 from madoguchi.expiry_notice_certificate where serial = ?1 and counts")
        .setParameter(1, new BigDecimal(certificate.value()))
        .getResultList()
        .isEmpty();
  }

  @Override
  public Optional<ExpiryNotice> find(LetterCode code) {
    return Optional.ofNullable(entities.find(ExpiryNotice.class, code.value()));
  }

  @Override
  public Optional<ExpiryNotice> lock(LetterCode code) {
    return Optional.ofNullable(
        entities.find(ExpiryNotice.class, code.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public List<ExpiryNotice> ofBundle(long bundle) {
    return inBundle(bundle).getResultList();
  }

  @Override
  public List<ExpiryNotice> lockBundle(long bundle) {
    return inBundle(bundle).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
  }

  private TypedQuery<ExpiryNotice> inBundle(long bundle) {
    return entities
        .createQuery(
            "select n from ExpiryNotice n where n.bundle = :bundle order by n.place",
            ExpiryNotice.class)
        .setParameter("bundle", bundle);
  }

  @Override
  public long countToPost() {
    return entities
        .createQuery("select count(n) from ExpiryNotice n where n.state = :printed", Long.class)
        .setParameter("printed", LetterState.PRINTED)
        .getSingleResult();
  }
}
