package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
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

  private final List<CardCases> kinds;
  private final CardAccess access;
  private final WritingFaults faults;
  private final TerminalBell bell;

  protected CardWritingWork() {
    this(List.of(), null, null, null);
  }

  @Inject
  public CardWritingWork(
      @Any Instance<CardCases> kinds, CardAccess access, WritingFaults faults, TerminalBell bell) {
    this(kinds.stream().toList(), access, faults, bell);
  }

  CardWritingWork(
      List<CardCases> kinds, CardAccess access, WritingFaults faults, TerminalBell bell) {
    this.kinds = kinds;
    this.access = access;
    this.faults = faults;
    this.bell = bell;
  }

  @Override
  public Optional<CardConversation> conversation(CardOnReader card) {
    return kinds.stream().flatMap(kind -> conversation(kind, card).stream()).findFirst();
  }

  private Optional<CardConversation> conversation(CardCases kind, CardOnReader card) {
    return kind.caseFor(card.identity().serial(), card.terminal())
        .filter(found -> faults.mayTry(found, card.insertion()))
        .filter(found -> kind.canGoOn(found) || access.awaitsProof(found, card))
        .map(found -> begin(kind, found, card));
  }

  private CardConversation begin(CardCases kind, String receptionNumber, CardOnReader card) {
    return new WritingConversation(
        kind.dialogue(new WritingPlace(receptionNumber, card.terminal())),
        (challenge, answer) -> access.open(receptionNumber, card, challenge, answer),
        fault -> note(receptionNumber, card, fault));
  }

  private void note(String receptionNumber, CardOnReader card, WritingFault fault) {
    faults
        .note(receptionNumber, card.insertion(), fault)
        .ifPresent(pause -> bell.ringAfter(card.terminal(), pause));
  }
}
