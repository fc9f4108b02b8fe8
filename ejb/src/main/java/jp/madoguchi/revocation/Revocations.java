package jp.madoguchi.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.paper.Originals;
import jp.madoguchi.paper.SeenPaper;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.revocation.RequiredPapers.Service;
import jp.madoguchi.workflow.PaperFacts;

/** What the process revocation-request asks of a request, under the name {@code revocations}. */
@ApplicationScoped
@Named("revocations")
public class Revocations implements PaperFacts {

  private RequestBook book;
  private Certificates certificates;
  private StatusActs acts;
  private Originals originals;
  private ResidentRegister register;

  protected Revocations() {}

  @Inject
  public Revocations(
      RequestBook book,
      Certificates certificates,
      StatusActs acts,
      Originals originals,
      ResidentRegister register) {
    this.book = book;
    this.certificates = certificates;
    this.acts = acts;
    this.originals = originals;
    this.register = register;
  }

  @Override
  public Map<String, Object> papersOf(String key) {
    RevocationRequest request = request(key);
    return RequiredPapers.inputs(
        Service.REVOCATION,
        request.who().route(),
        register.find(request.residentId()).orElseThrow().adultWard(),
        request.who().sameHousehold());
  }

  /** The desk has asked the same table before it took the request. */
  @Override
  public void papersDecided(String key, List<Map<String, Object>> papers) {
    Set<String> seen =
        originals.of(key).stream().map(SeenPaper::document).collect(Collectors.toSet());
    if (!seen.containsAll(RequiredPapers.codes(papers))) {
      throw new IllegalStateException("Papers were not seen: " + key);
    }
  }

  /**
   * Revokes what was asked for, and with the 利用者証明用 certificate the 署名用 one, which rests on it
   * (R-LAPSE-SIGN).
   */
  public void revoke(String key) {
    RevocationRequest request = request(key);
    List<CertificateStatus> asked =
        request.certificates().stream()
            .map(serial -> certificates.find(serial).orElseThrow())
            .toList();
    asked.forEach(one -> acts.apply(key, one, request.kind().reason(), rule(one.type())));
    if (asked.stream().anyMatch(one -> one.type() == CertificateType.USER_AUTHENTICATION)) {
      certificates.unrevokedOf(Set.of(request.residentId())).stream()
          .filter(one -> one.type() == CertificateType.SIGNATURE)
          .forEach(
              one ->
                  acts.apply(
                      key,
                      one,
                      RevocationReason.CESSATION_OF_OPERATION,
                      rule(CertificateType.SIGNATURE)));
    }
  }

  static String rule(CertificateType type) {
    return type == CertificateType.SIGNATURE ? "R-LAPSE-SIGN" : "R-LAPSE-AUTH";
  }

  private RevocationRequest request(String key) {
    return RevocationRequest.idOf(key)
        .flatMap(book::find)
        .orElseThrow(() -> new IllegalStateException("No such request: " + key));
  }
}
