package jp.madoguchi.revocation;

import java.util.List;
import java.util.Objects;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.problem.Problem;

/**
 * A request to revoke as it is entered at the counter.
 *
 * @param certificates those that are asked for; with a 利用者証明用 one the 署名用 one ends too
 * @param reason in the holder's words; empty where none is given
 * @param confirmed the codes of the papers that were seen as originals, and {@link #IRREVOCABLE}
 */
public record RequestForm(
    long residentId,
    List<CertificateSerialNumber> certificates,
    RequestKind kind,
    Asker who,
    String reason,
    List<String> confirmed) {

  /** Whoever asks knows that nothing brings a revoked certificate back. */
  public static final String IRREVOCABLE = "IRREVOCABLE";

  private static final int LONGEST_REASON = 500;

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, naming the field
   */
  public RequestForm {
    certificates = certificates == null ? List.of() : List.copyOf(certificates);
    confirmed = confirmed == null ? List.of() : List.copyOf(confirmed);
    reason = Objects.requireNonNullElse(reason, "").strip();
    require(!certificates.isEmpty(), "certificates");
    require(kind != null, "kind");
    require(reason.length() <= LONGEST_REASON, "reason");
  }

  static void require(boolean holds, String field) {
    if (!holds) {
      throw Problem.refused("form-incomplete", field).asException();
    }
  }
}
