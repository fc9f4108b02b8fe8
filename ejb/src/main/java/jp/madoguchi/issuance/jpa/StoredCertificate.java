package jp.madoguchi.issuance.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.OutsideCertificate;
import jp.madoguchi.issuance.PlannedCertificate;
import jp.madoguchi.issuance.RevocationReason;

/** A certificate from plan to revocation. Each step is taken once; nothing leads back. */
@Entity
@Table(schema = "madoguchi", name = "certificate")
@NamedQuery(
    name = "StoredCertificate.withKey",
    query = "select c from StoredCertificate c where c.keyHash = :keyHash")
@NamedQuery(
    name = "StoredCertificate.ofResident",
    query =
        "select c from StoredCertificate c where c.residentId = :resident order by c.plannedAt, c.serial")
@NamedQuery(
    name = "StoredCertificate.ofReception",
    query =
        "select c from StoredCertificate c where c.receptionNumber = :reception"
            + " order by c.plannedAt, c.serial")
@NamedQuery(
    name = "StoredCertificate.inForce",
    query =
        "select c from StoredCertificate c where c.residentId = :resident and c.type = :type"
            + " and c.serial <> :except and c.state in (jp.madoguchi.issuance.CertificateState.VALID,"
            + " jp.madoguchi.issuance.CertificateState.SUSPENDED) order by c.serial")
@NamedQuery(
    name = "StoredCertificate.unrevoked",
    query =
        "select c from StoredCertificate c where c.residentId in :residents"
            + " and c.state <> jp.madoguchi.issuance.CertificateState.REVOKED order by c.type, c.serial")
@NamedQuery(
    name = "StoredCertificate.standing",
    query =
        "select new jp.madoguchi.issuance.Standing(c.authorityKeyId, c.state, c.revokedAt, c.reason)"
            + " from StoredCertificate c where c.serial = :serial")
public class StoredCertificate {

  @Id private BigInteger serial;

  @Enumerated(EnumType.STRING)
  private CertificateType type;

  @Column(name = "authority_key_id")
  private String authorityKeyId;

  @Enumerated(EnumType.STRING)
  private CertificateState state;

  @Column(name = "resident_id")
  private long residentId;

  @Column(name = "reception_number")
  private String receptionNumber;

  @Column(name = "key_hash")
  private byte[] keyHash;

  @Column(name = "to_be_signed")
  private byte[] toBeSigned;

  private byte[] signature;

  @Column(name = "not_before")
  private Instant notBefore;

  @Column(name = "not_after")
  private Instant notAfter;

  @Column(name = "planned_at")
  private Instant plannedAt;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "revocation_reason")
  @Enumerated(EnumType.STRING)
  private RevocationReason reason;

  @Column(name = "list_pending")
  private boolean listPending;

  @Column(name = "list_partition")
  private Integer listPartition;

  @Column(name = "outside_key_id")
  private String outsideKeyId;

  @Column(name = "outside_pending")
  private boolean outsidePending;

  protected StoredCertificate() {}

  StoredCertificate(PlannedCertificate plan) {
    serial = plan.serial().value();
    type = plan.order().type();
    authorityKeyId = plan.authorityKeyId();
    state = CertificateState.PLANNED;
    residentId = plan.order().subject().residentId();
    receptionNumber = plan.order().receptionNumber();
    keyHash = plan.keyHash();
    toBeSigned = plan.toBeSigned();
    notBefore = plan.notBefore();
    notAfter = plan.notAfter();
    plannedAt = plan.notBefore();
    listPartition = plan.list().partition().orElse(null);
  }

  /** One that another authority issued, and that was compared with what was asked for. */
  public StoredCertificate(OutsideRequest request, OutsideCertificate issued, Instant at) {
    serial = issued.serial().value();
    type = request.type();
    outsideKeyId = issued.issuerKeyId();
    state = CertificateState.ISSUED;
    residentId = request.residentId();
    receptionNumber = request.receptionNumber();
    keyHash = request.keyHash();
    toBeSigned = issued.toBeSigned();
    signature = issued.signature();
    notBefore = issued.notBefore();
    notAfter = issued.notAfter();
    plannedAt = request.askedAt();
    issuedAt = at;
  }

  public void signed(byte[] bytes, Instant at) {
    signature = bytes.clone();
    issuedAt = at;
    state = CertificateState.ISSUED;
  }

  public void published(Instant at) {
    publishedAt = at;
    state = CertificateState.VALID;
  }

  /** A hold that becomes final keeps the time at which it began, as the list already says it. */
  public void revoked(RevocationReason why, Instant at) {
    if (revokedAt == null) {
      revokedAt = at;
    }
    reason = why;
    changed();
    state =
        why == RevocationReason.CERTIFICATE_HOLD
            ? CertificateState.SUSPENDED
            : CertificateState.REVOKED;
  }

  public void reinstated() {
    revokedAt = null;
    reason = null;
    changed();
    state = CertificateState.VALID;
  }

  /** It has to be said by whoever issued it: on our next list, or on theirs. */
  private void changed() {
    listPending = outsideKeyId == null;
    outsidePending = outsideKeyId != null;
  }

  /** The authority outside knows how it stands. */
  public void told() {
    outsidePending = false;
  }

  public boolean outsidePending() {
    return outsidePending;
  }

  /** Null where this system's own authority issued it. */
  public String outsideKeyId() {
    return outsideKeyId;
  }

  public CertificateSerialNumber serial() {
    return new CertificateSerialNumber(serial);
  }

  public CertificateType type() {
    return type;
  }

  public String authorityKeyId() {
    return authorityKeyId;
  }

  public CertificateState state() {
    return state;
  }

  public long residentId() {
    return residentId;
  }

  public String receptionNumber() {
    return receptionNumber;
  }

  public byte[] toBeSigned() {
    return toBeSigned.clone();
  }

  /** Null until it is issued. */
  public byte[] signature() {
    return signature == null ? null : signature.clone();
  }

  public Instant notBefore() {
    return notBefore;
  }

  public Instant notAfter() {
    return notAfter;
  }

  public CertificateStatus status() {
    return new CertificateStatus(
        serial(), type, state, residentId, receptionNumber, notBefore, notAfter, revokedAt, reason);
  }
}
