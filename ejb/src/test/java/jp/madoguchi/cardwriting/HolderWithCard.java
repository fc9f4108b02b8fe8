package jp.madoguchi.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.madoguchi.agent.card.CardKind;
import jp.madoguchi.agent.card.Personalisation;
import jp.madoguchi.agent.card.Pin;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.issuance.CertificateType;

/** A holder whose card has both certificates, and who has its PINs changed or reset. */
final class HolderWithCard {

  static final Map<CertificateType, PinWay> CHANGE_BOTH = both(PinWay.CHANGE);
  static final Map<CertificateType, PinWay> RESET_BOTH = both(PinWay.RESET);

  private static final Map<CertificateType, List<String>> CHOICES =
      Map.of(
          CertificateType.SIGNATURE, List.of("NEW2026", "OTHER99"),
          CertificateType.USER_AUTHENTICATION, List.of("8350", "1969"));

  final Counter counter = new Counter();
  final AgentAtCounter agent = counter.agentAt("T1");
  final PoweredMemory memory = new PoweredMemory();
  private final Personalisation personalisation = counter.personalised(CardKind.MY_NUMBER);
  private final Map<CertificateType, String> known = new EnumMap<>(CertificateType.class);
  private final Map<CertificateType, String> chosen = new EnumMap<>(CertificateType.class);
  VirtualCard card = Counter.powered(personalisation, memory);
  String caseNumber;
  private int cases;
  private int currentTyped;

  HolderWithCard() {
    counter.aCaseFor(card);
    agent.insert(card).work();
    agent.remove();
    counter.wait(Duration.ofMinutes(3));
    known.put(CertificateType.SIGNATURE, Counter.SIGNATURE_PIN);
    known.put(CertificateType.USER_AUTHENTICATION, Counter.AUTHENTICATION_PIN);
  }

  private static Map<CertificateType, PinWay> both(PinWay way) {
    return Map.of(CertificateType.SIGNATURE, way, CertificateType.USER_AUTHENTICATION, way);
  }

  /** The card was presented for this, and lies on no reader yet. */
  HolderWithCard asks(Map<CertificateType, PinWay> ways) {
    caseNumber = "P-" + card.serial() + "-" + ++cases;
    counter.pinProcess.step = "enter-pins";
    ways.keySet().forEach(type -> chosen.put(type, another(type)));
    counter.inTransaction(
        () -> {
          counter.pinSettings.present(
              new PinOrder(caseNumber, card.serial(), ways), counter.terminal("T1"));
          return null;
        });
    return this;
  }

  private String another(CertificateType type) {
    return CHOICES.get(type).stream()
        .filter(pin -> !pin.equals(known.get(type)))
        .findFirst()
        .orElseThrow();
  }

  HolderWithCard putsCard() {
    agent.insert(card).work();
    return this;
  }

  VirtualCard powerUp() {
    card = Counter.powered(personalisation, memory);
    return card;
  }

  /** Types what the screen of this terminal asks for, and the agent works on. */
  void types(String terminal) {
    types(terminal, Map.of());
  }

  /** As {@link #types(String)}, some of it otherwise than it should be. */
  void types(String terminal, Map<AskedPin, String> wrong) {
    List<AskedPin> asked = asked(terminal);
    assertThat(asked).as("the screen asks for PINs").isNotEmpty();
    currentTyped += (int) asked.stream().filter(pin -> pin != AskedPin.of(pin.type())).count();
    String json =
        asked.stream()
            .map(pin -> "\"%s\":\"%s\"".formatted(pin, wrong.getOrDefault(pin, right(pin))))
            .collect(Collectors.joining(",", "{", "}"));
    counter.inTransaction(
        () -> {
          String at = counter.terminal(terminal);
          counter.screen.enterPins(at, OfferedKey.sealing(counter.screen.pinKey(at)).seal(json));
          return null;
        });
    counter.agentAt(terminal).work();
  }

  /** Types for as long as the screen asks. */
  void finishes(String terminal) {
    counter.agentAt(terminal).work();
    while (!asked(terminal).isEmpty()) {
      types(terminal);
    }
  }

  private String right(AskedPin pin) {
    return pin == AskedPin.of(pin.type()) ? chosen.get(pin.type()) : known.get(pin.type());
  }

  List<AskedPin> asked(String terminal) {
    return see(terminal).pins();
  }

  CustomerView see(String terminal) {
    return counter.inTransaction(() -> counter.screen.see(counter.terminal(terminal)));
  }

  List<PinSetting> settings() {
    return counter.inTransaction(() -> counter.pinJournal.ofCase(caseNumber));
  }

  PinStatus status() {
    return counter.inTransaction(() -> counter.pinSettings.state(caseNumber));
  }

  /**
   * The former PIN or the chosen one opens the card, and nothing that was typed once was tried
   * twice.
   */
  void assertOneOpens(String when) {
    for (CertificateType type : chosen.keySet()) {
      boolean former = hand().accepts(type, known.get(type));
      boolean chosenOne = hand().accepts(type, chosen.get(type));
      assertThat(former ^ chosenOne).as("%s: one PIN of %s", when, type).isTrue();
    }
    assertThat(memory.tries()).as("%s: tries", when).isLessThanOrEqualTo(triesExplained());
  }

  /** The first case's own check of each PIN, and what holders typed since. */
  private int triesExplained() {
    return 2 + currentTyped;
  }

  void assertSet(String when) {
    assertThat(settings()).as(when).allMatch(one -> one.state() == PinSettingState.SET);
    List<CertificateType> types = new ArrayList<>(chosen.keySet());
    for (CertificateType type : types) {
      assertThat(triesLeft(type)).as("%s: tries of %s", when, type).isEqualTo(allTries(type));
      assertThat(hand().accepts(type, chosen.get(type))).as("%s: new %s", when, type).isTrue();
      assertThat(hand().accepts(type, known.get(type))).as("%s: old %s", when, type).isFalse();
      for (AskedPin pin : List.of(AskedPin.of(type), AskedPin.current(type))) {
        assertThat(counter.pins.has(caseNumber, pin)).as("%s: %s kept", when, pin).isFalse();
      }
    }
    assertThat(memory.tries()).as("%s: tries", when).isLessThanOrEqualTo(triesExplained());
    known.putAll(chosen);
    chosen.clear();
  }

  int triesLeft(CertificateType type) {
    return memory.load().orElseThrow().pins().get(Pin.valueOf(type.name())).triesLeft();
  }

  static int allTries(CertificateType type) {
    return type == CertificateType.SIGNATURE ? 5 : 3;
  }

  /** The same card as its holder would use it now; the one on the reader does not notice. */
  CardInHand hand() {
    return new CardInHand(Counter.powered(personalisation, memory.copy()));
  }
}
