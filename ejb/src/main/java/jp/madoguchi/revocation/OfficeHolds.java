package jp.madoguchi.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.Certificates;
import jp.madoguchi.resident.CardSerial;

/** Knows which certificates lie on a card that this office holds. */
@ApplicationScoped
public class OfficeHolds {

  private final CardLossBook losses;
  private final CardOfCertificate cards;
  private final Certificates certificates;

  protected OfficeHolds() {
    this(null, null, null);
  }

  @Inject
  public OfficeHolds(CardLossBook losses, CardOfCertificate cards, Certificates certificates) {
    this.losses = losses;
    this.cards = cards;
    this.certificates = certificates;
  }

  /** The lost card on which a certificate lies; one whose card is not known lies on any. */
  Optional<CardLoss> holding(CertificateStatus certificate) {
    Optional<CardSerial> card = cardOf(certificate);
    return card.isPresent()
        ? losses.heldOf(card.get())
        : losses.heldOf(Set.of(certificate.residentId())).stream().findFirst();
  }

  /** What lies on the lost card and is not revoked for good, those not yet live among them. */
  List<CertificateStatus> on(CardLoss loss) {
    return certificates.unrevokedOf(Set.of(loss.residentId())).stream()
        .filter(one -> cardOf(one).map(loss.card()::equals).orElse(true))
        .toList();
  }

  private Optional<CardSerial> cardOf(CertificateStatus certificate) {
    return Optional.ofNullable(cards.of(List.of(certificate)).get(certificate.receptionNumber()));
  }
}
