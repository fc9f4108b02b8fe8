package jp.madoguchi.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.reception.Applications;
import jp.madoguchi.resident.CardSerial;

/** Knows on which card a certificate was written: the one of its application. */
@ApplicationScoped
public class CardOfCertificate {

  private final Applications applications;

  protected CardOfCertificate() {
    this(null);
  }

  @Inject
  public CardOfCertificate(Applications applications) {
    this.applications = applications;
  }

  /** The cards by reception number; one that is not known is left out. */
  public Map<String, CardSerial> of(Collection<CertificateStatus> certificates) {
    List<String> receptions =
        certificates.stream().map(CertificateStatus::receptionNumber).distinct().toList();
    Map<String, CardSerial> cards = new HashMap<>();
    if (!receptions.isEmpty()) {
      applications
          .all(receptions)
          .forEach(
              one ->
                  CardSerial.read(one.cardSerial())
                      .ifPresent(card -> cards.put(one.receptionNumber().value(), card)));
    }
    return cards;
  }
}
