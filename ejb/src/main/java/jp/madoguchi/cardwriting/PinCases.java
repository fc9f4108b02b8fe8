package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Cases whose PINs are set. */
@ApplicationScoped
public class PinCases implements CardCases {

  private final PinMilestones milestones;
  private final PinVault pins;

  protected PinCases() {
    this(null, null);
  }

  @Inject
  public PinCases(PinMilestones milestones, PinVault pins) {
    this.milestones = milestones;
    this.pins = pins;
  }

  @Override
  public Optional<String> caseFor(String cardSerial, String terminal) {
    return milestones.caseFor(cardSerial, terminal);
  }

  @Override
  public boolean canGoOn(String receptionNumber) {
    return milestones.open(receptionNumber).stream()
        .anyMatch(setting -> PinDialogue.canGoOn(setting, pins));
  }

  @Override
  public CardDialogue dialogue(WritingPlace place) {
    return new PinDialogue(place, milestones, pins);
  }
}
