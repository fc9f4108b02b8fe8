package jp.madoguchi.cardwriting;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.terminal.CommandApdu;
import jp.madoguchi.terminal.UnreadableAnswerException;

/**
 * Which round comes next in the setting of a case's PINs. A PIN that is changed takes three: the
 * card says how many tries are left, then whether the current PIN is right, then takes the new one.
 * One that is reset takes one.
 *
 * <p>No try is lost by the counter itself. The current PIN is taken out of the vault when it is
 * sent, so nothing can send it again: when the card goes away before it answers, the holder is
 * asked once more. A new PIN that was on its way is set again under the secure channel, which takes
 * no try and can be repeated.
 */
final class PinDialogue implements CardDialogue {

  private final WritingPlace place;
  private final PinMilestones milestones;
  private final PinVault pins;
  private final Set<CertificateType> asked = EnumSet.noneOf(CertificateType.class);
  private final Set<CertificateType> provenHere = EnumSet.noneOf(CertificateType.class);

  PinDialogue(WritingPlace place, PinMilestones milestones, PinVault pins) {
    this.place = place;
    this.milestones = milestones;
    this.pins = pins;
  }

  @Override
  public String receptionNumber() {
    return place.receptionNumber();
  }

  @Override
  public Optional<Round> next() {
    return milestones.open(receptionNumber()).stream()
        .filter(setting -> canGoOn(setting, pins))
        .findFirst()
        .map(this::next);
  }

  /** Whether the card can be told or asked something for this PIN now. */
  static boolean canGoOn(PinSetting setting, PinVault pins) {
    return switch (setting.state()) {
      case AWAITED -> setting.asksTries();
      case CURRENT_SENT -> true;
      case READY, CURRENT_PROVEN, NEW_SENT ->
          setting.asked().stream().allMatch(pin -> pins.has(setting.caseNumber(), pin));
      case SET, GIVEN_UP -> false;
    };
  }

  private Round next(PinSetting setting) {
    boolean unknown = setting.way() == PinWay.CHANGE && !asked.contains(setting.type());
    return switch (setting.state()) {
      case AWAITED, CURRENT_SENT -> askingTries(setting);
      case READY ->
          setting.way() == PinWay.RESET
              ? setting(setting)
              : unknown ? askingTries(setting) : proving(setting);
      case CURRENT_PROVEN ->
          provenHere.contains(setting.type()) ? changing(setting) : setting(setting);
      case NEW_SENT -> setting(setting);
      case SET, GIVEN_UP -> throw new IllegalStateException("Nothing is left to be said");
    };
  }

  private Round askingTries(PinSetting setting) {
    asked.add(setting.type());
    return aboutPin(setting)
        .sendAboutPin(CommandApdu.triesLeft(), tries -> milestones.triesLeft(place, setting, tries))
        .then(
            () -> {
              throw new UnreadableAnswerException("The card does not say how many tries are left");
            });
  }

  private Round proving(PinSetting setting) {
    AskedPin current = AskedPin.current(setting.type());
    milestones.currentSent(place, setting);
    Round round = aboutPin(setting);
    withPin(
        current,
        pin ->
            round.sendAboutPin(
                CommandApdu.verify(pin), tries -> milestones.currentWrong(place, setting, tries)));
    pins.wipe(receptionNumber(), current);
    return round.then(
        () -> {
          milestones.currentProven(place, setting);
          provenHere.add(setting.type());
        });
  }

  /** While the card knows that the holder knew the PIN, it changes it as for anybody. */
  private Round changing(PinSetting setting) {
    return told(setting, IssuingCommands::changePin);
  }

  /** After the card was away it is set: the card has forgotten what the journal knows. */
  private Round setting(PinSetting setting) {
    return told(setting, IssuingCommands::setPin);
  }

  private Round told(PinSetting setting, Function<byte[], CommandApdu> command) {
    milestones.newSent(place, setting);
    Round round = aboutPin(setting);
    withPin(AskedPin.of(setting.type()), pin -> round.send(command.apply(pin)));
    return round.then(() -> milestones.set(place, setting));
  }

  private static Round aboutPin(PinSetting setting) {
    return new Round().send(CommandApdu.selectFile(CardSlot.of(setting.type()).pinFile()));
  }

  private void withPin(AskedPin asked, Consumer<byte[]> use) {
    byte[] pin =
        pins.copy(receptionNumber(), asked)
            .orElseThrow(() -> new WritingStoppedException(WritingFault.PIN_NEEDED));
    try {
      use.accept(pin);
    } finally {
      Arrays.fill(pin, (byte) 0);
    }
  }

  @Override
  public void requireReader() {
    milestones.requireReader(place);
  }

  @Override
  public void brokenOff(Round round, int answered) {
    // the journal says what was on its way
  }

  static List<AskedPin> missing(PinSetting setting, PinVault pins) {
    return setting.state() == PinSettingState.CURRENT_SENT
        ? List.of()
        : setting.asked().stream().filter(pin -> !pins.has(setting.caseNumber(), pin)).toList();
  }
}
