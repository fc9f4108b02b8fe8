package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Cases whose certificates are written. */
@ApplicationScoped
public class WritingCases implements CardCases {

  private final WritingMilestones milestones;
  private final PinVault pins;

  protected WritingCases() {
    this(null, null);
  }

  @Inject
  public WritingCases(WritingMilestones milestones, PinVault pins) {
    this.milestones = milestones;
    this.pins = pins;
  }

  @Override
  public Optional<String> caseFor(String cardSerial, String terminal) {
    return milestones.caseFor(cardSerial, terminal);
  }

  /** Without its PIN a certificate is not begun; whether one is in use already, the card says. */
  @Override
  public boolean canGoOn(String receptionNumber) {
    List<CertificateWriting> open = milestones.open(receptionNumber);
    return !open.isEmpty()
        && (open.get(0).state() == WritingState.ACTIVATION_SENT
            || pins.has(receptionNumber, open.get(0).type()));
  }

  @Override
  public CardDialogue dialogue(WritingPlace place) {
    return new WritingDialogue(place, milestones, pins);
  }
}
