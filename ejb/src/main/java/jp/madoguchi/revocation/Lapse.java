package jp.madoguchi.revocation;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.resident.RecordChange;

/**
 * What a change of the register did to a resident's certificates (R-LAPSE-SIGN, R-LAPSE-AUTH), and
 * whether the holder knows. The process record-change leads it, under {@link #key}.
 */
@Entity
@Table(schema = "madoguchi", name = "lapse")
public class Lapse {

  private static final String KEY = "L-";

  /** Whether the holder is to be told. */
  public enum Notice {
    NONE,
    DUE,
    TOLD,
    /** Nobody was told, for the holder died before. */
    DROPPED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lapse")
  @SequenceGenerator(
      name = "lapse",
      schema = "madoguchi",
      sequenceName = "lapse_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "resident_id")
  private long residentId;

  private String changes;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Enumerated(EnumType.STRING)
  private Notice notice;

  @Column(name = "told_at")
  private Instant toldAt;

  @Column(name = "told_by")
  private String toldBy;

  @OneToMany(mappedBy = "lapse", cascade = CascadeType.PERSIST, fetch = FetchType.EAGER)
  @OrderBy("id")
  private List<LapsedCertificate> certificates = new ArrayList<>();

  protected Lapse() {}

  Lapse(
      long residentId,
      Set<RecordChange> changes,
      Collection<CertificateStatus> concerned,
      Instant now) {
    this.residentId = residentId;
    this.changes = changes.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    this.decidedAt = now;
    this.notice = Notice.NONE;
    concerned.forEach(one -> certificates.add(new LapsedCertificate(this, one)));
  }

  /** The key of its process and in the trail. */
  public String key() {
    return KEY + id;
  }

  /** The id in a key; empty where it is no key of a lapse. */
  static Optional<Long> idOf(String key) {
    return key.matches(KEY + "[1-9][0-9]{0,17}")
        ? Optional.of(Long.valueOf(key.substring(KEY.length())))
        : Optional.empty();
  }

  /** Once what had to be revoked is: the holder is told where a table says so. */
  void decided() {
    if (certificates.stream().anyMatch(one -> one.applied() && one.toTell())) {
      notice = Notice.DUE;
    }
  }

  void told(String clerk, Instant now) {
    notice = Notice.TOLD;
    toldAt = now;
    toldBy = clerk;
  }

  void dropped() {
    notice = Notice.DROPPED;
  }

  public long id() {
    return id;
  }

  public long residentId() {
    return residentId;
  }

  /** {@link RecordChange}s with spaces between. */
  public String changes() {
    return changes;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public Notice notice() {
    return notice;
  }

  public Optional<Instant> toldAt() {
    return Optional.ofNullable(toldAt);
  }

  public Optional<String> toldBy() {
    return Optional.ofNullable(toldBy);
  }

  /** All that the change concerned, also those that stay as they are. */
  public List<LapsedCertificate> certificates() {
    return List.copyOf(certificates);
  }

  /** Those that are no longer valid by it. */
  public List<LapsedCertificate> lapsed() {
    return certificates.stream().filter(LapsedCertificate::lapsed).toList();
  }
}
