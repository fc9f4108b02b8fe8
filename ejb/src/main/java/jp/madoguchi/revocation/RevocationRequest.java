package jp.madoguchi.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.proxy.KeptDocument;

/**
 * A holder's request to revoke certificates (失効申請, 秘密鍵漏えい等届). It is done in the transaction in
 * which it is received; then the slip is handed over. The process revocation-request leads it,
 * under {@link #key}.
 */
@Entity
@Table(schema = "madoguchi", name = "revocation_request")
public class RevocationRequest {

  private static final SubjectKey KEY = new SubjectKey("V-");

  @Id private long id;

  @Column(name = "resident_id")
  private long residentId;

  @Enumerated(EnumType.STRING)
  private RequestKind kind;

  @Enumerated(EnumType.STRING)
  private Route route;

  @Column(name = "same_household")
  private boolean sameHousehold;

  private String certificates;

  private String reason;

  @Column(name = "proxy_name")
  private String proxyName;

  @Column(name = "proxy_birth_date")
  private LocalDate proxyBirthDate;

  @Column(name = "proxy_address")
  private String proxyAddress;

  @Column(name = "proxy_relation")
  private String proxyRelation;

  @Embedded private KeptDocument document;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "received_by")
  private String receivedBy;

  @Column(name = "slip_given_at")
  private Instant slipGivenAt;

  @Column(name = "slip_given_by")
  private String slipGivenBy;

  protected RevocationRequest() {}

  /**
   * @param document of whoever acts for the holder; null where the holder is here
   */
  RevocationRequest(
      long id, RequestForm form, KeptDocument document, String clerk, Instant receivedAt) {
    this.id = id;
    this.residentId = form.residentId();
    this.kind = form.kind();
    this.route = form.route();
    this.sameHousehold = form.sameHousehold();
    this.certificates =
        form.certificates().stream()
            .map(CertificateSerialNumber::hex)
            .distinct()
            .collect(Collectors.joining(" "));
    this.reason = form.reason();
    if (form.proxy() != null) {
      this.proxyName = form.proxy().name();
      this.proxyBirthDate = form.proxy().birthDate();
      this.proxyAddress = form.proxy().address();
      this.proxyRelation = form.proxy().relation();
      this.document = document;
    }
    this.receivedAt = receivedAt;
    this.receivedBy = clerk;
  }

  /** The key of its process, of its papers and acts, and in the trail. */
  public String key() {
    return KEY.of(id);
  }

  static String key(long id) {
    return KEY.of(id);
  }

  /** The id in a key; empty where it is no key of a request. */
  public static Optional<Long> idOf(String key) {
    return KEY.idIn(key);
  }

  void slipGiven(String clerk, Instant now) {
    slipGivenAt = now;
    slipGivenBy = clerk;
  }

  public long residentId() {
    return residentId;
  }

  public RequestKind kind() {
    return kind;
  }

  public Route route() {
    return route;
  }

  boolean sameHousehold() {
    return sameHousehold;
  }

  /** Those that were asked for. */
  List<CertificateSerialNumber> certificates() {
    return Stream.of(certificates.split(" "))
        .map(CertificateSerialNumber::parse)
        .flatMap(Optional::stream)
        .toList();
  }

  /** In the holder's words; empty where none was given. */
  public String reason() {
    return reason;
  }

  /** Who acted for the holder. */
  public Optional<String> proxyName() {
    return Optional.ofNullable(proxyName);
  }

  /** What they are to the holder, such as 配偶者. */
  public Optional<String> proxyRelation() {
    return Optional.ofNullable(proxyRelation);
  }

  public Optional<KeptDocument> document() {
    return Optional.ofNullable(document);
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public String receivedBy() {
    return receivedBy;
  }

  public Optional<Instant> slipGivenAt() {
    return Optional.ofNullable(slipGivenAt);
  }

  public Optional<String> slipGivenBy() {
    return Optional.ofNullable(slipGivenBy);
  }
}
