package jp.madoguchi.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.paper.SubjectKey;

/**
 * A holder's request to revoke certificates (失効申請, 秘密鍵漏えい等届). It is done in the transaction in
 * which it is received; then the slip is handed over. The process revocation-request leads it,
 * under {@link #key}.
 */
@Entity
@Table(schema = "madoguchi", name = "revocation_request")
public class RevocationRequest implements Surroundings.Subject {

  @Id private long id;

  @Column(name = "resident_id")
  private long residentId;

  @Enumerated(EnumType.STRING)
  private RequestKind kind;

  @Embedded private WhoCame who;

  private String certificates;

  private String reason;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "received_by")
  private String receivedBy;

  @Column(name = "slip_given_at")
  private Instant slipGivenAt;

  @Column(name = "slip_given_by")
  private String slipGivenBy;

  protected RevocationRequest() {}

  RevocationRequest(long id, RequestForm form, WhoCame who, String clerk, Instant receivedAt) {
    this.id = id;
    this.residentId = form.residentId();
    this.kind = form.kind();
    this.who = who;
    this.certificates =
        form.certificates().stream()
            .map(CertificateSerialNumber::hex)
            .distinct()
            .collect(Collectors.joining(" "));
    this.reason = form.reason();
    this.receivedAt = receivedAt;
    this.receivedBy = clerk;
  }

  /** The key of its process, of its papers and acts, and in the trail. */
  @Override
  public String key() {
    return SubjectKey.REVOCATION_REQUEST.of(id);
  }

  static String key(long id) {
    return SubjectKey.REVOCATION_REQUEST.of(id);
  }

  /** The id in a key; empty where it is no key of a request. */
  public static Optional<Long> idOf(String key) {
    return SubjectKey.REVOCATION_REQUEST.idIn(key);
  }

  void slipGiven(String clerk, Instant now) {
    slipGivenAt = now;
    slipGivenBy = clerk;
  }

  @Override
  public long residentId() {
    return residentId;
  }

  public RequestKind kind() {
    return kind;
  }

  public WhoCame who() {
    return who;
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
