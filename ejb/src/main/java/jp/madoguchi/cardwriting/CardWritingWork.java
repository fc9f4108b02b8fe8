package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.madoguchi.resident.IssuingKeySource;
import jp.madoguchi.terminal.Answer;
import jp.madoguchi.terminal.CardConversation;
import jp.madoguchi.terminal.CardOnReader;
import jp.madoguchi.terminal.CardWork;
import jp.madoguchi.terminal.TerminalBell;

/**
 * Writes a card as soon as it lies on a reader that is free for its case: after the case began, and
 * again after every tear, on whichever terminal.
 */
@ApplicationScoped
public class CardWritingWork implements CardWork {

  /** The card's stay at each terminal in which it has proven itself. */
  private final Map<String, String> proven = new ConcurrentHashMap<>();

  private final WritingMilestones milestones;
  private final IssuingKeySource keys;
  private final PinVault pins;
  private final WritingFaults faults;
  private final TerminalBell bell;

  protected CardWritingWork() {
    this(null, null, null, null, null);
  }

  @Inject
  public CardWritingWork(
      WritingMilestones milestones,
      IssuingKeySource keys,
      PinVault pins,
      WritingFaults faults,
      TerminalBell bell) {
    this.milestones = milestones;
    this.keys = keys;
    this.pins = pins;
    this.faults = faults;
    this.bell = bell;
  }

  @Override
  public Optional<CardConversation> conversation(CardOnReader card) {
    return milestones
        .caseFor(card.identity().serial(), card.terminal())
        .filter(found -> faults.mayTry(found, card.insertion()))
        .filter(found -> canGoOn(found, card))
        .map(found -> begin(found, card));
  }

  /**
   * Without its PIN a certificate is not begun; whether one is in use already, the card says. Laid
   * down where the case has no reader, the card proves itself first, once, so that the reader is
   * the case's and the PIN can be asked for there.
   */
  private boolean canGoOn(String receptionNumber, CardOnReader card) {
    List<CertificateWriting> open = milestones.open(receptionNumber);
    return !open.isEmpty()
        && (open.get(0).state() == WritingState.ACTIVATION_SENT
            || pins.has(receptionNumber, open.get(0).type())
            || !card.insertion().equals(proven.get(card.terminal()))
                && !milestones.isAt(card.terminal(), receptionNumber));
  }

  private CardConversation begin(String receptionNumber, CardOnReader card) {
    return new WritingConversation(
        new WritingDialogue(new WritingPlace(receptionNumber, card.terminal()), milestones, pins),
        (challenge, answer) -> open(receptionNumber, card, challenge, answer),
        fault -> note(receptionNumber, card, fault));
  }

  /** The lease comes to this terminal only after the card has proven its keys here. */
  private Optional<SecureChannel> open(
      String receptionNumber, CardOnReader card, byte[] challenge, Answer answer) {
    String serial = card.identity().serial();
    SecureChannel channel;
    try (CardKeys own = new CardKeys(keys.encryptionKey(serial), keys.authenticationKey(serial))) {
      channel = SecureChannel.open(own, challenge, answer);
    }
    if (milestones.claim(card.terminal(), receptionNumber)) {
      proven.put(card.terminal(), card.insertion());
      return Optional.of(channel);
    }
    channel.close();
    return Optional.empty();
  }

  private void note(String receptionNumber, CardOnReader card, WritingFault fault) {
    faults
        .note(receptionNumber, card.insertion(), fault)
        .ifPresent(pause -> bell.ringAfter(card.terminal(), pause));
  }
}
