package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jp.madoguchi.resident.IssuingKeySource;
import jp.madoguchi.terminal.Answer;
import jp.madoguchi.terminal.CardOnReader;
import jp.madoguchi.terminal.Lease;
import jp.madoguchi.terminal.ReaderLeases;
import jp.madoguchi.transaction.NewTransaction;

/**
 * Whose case may speak to the card on a reader. The case's lease comes to a terminal only after the
 * card has proven its keys there; and what a terminal that was cut off tells late must not change
 * what another one has done meanwhile.
 */
@ApplicationScoped
public class CardAccess {

  /** The card's stay at each terminal in which it has proven itself. */
  private final Map<String, String> proven = new ConcurrentHashMap<>();

  private final NewTransaction transaction;
  private final ReaderLeases leases;
  private final IssuingKeySource keys;

  protected CardAccess() {
    this(null, null, null);
  }

  @Inject
  public CardAccess(NewTransaction transaction, ReaderLeases leases, IssuingKeySource keys) {
    this.transaction = transaction;
    this.leases = leases;
    this.keys = keys;
  }

  /** Whether no other case has this reader; within the caller's transaction. */
  boolean isFree(String terminal, String receptionNumber) {
    return leases
        .ofTerminal(terminal)
        .filter(lease -> !lease.receptionNumber().equals(receptionNumber))
        .isEmpty();
  }

  /**
   * Whether a card that can do nothing for its case yet shall prove itself here all the same, once:
   * laid down where the case has no reader, so that the reader is the case's and the PIN can be
   * asked for there.
   */
  boolean awaitsProof(String receptionNumber, CardOnReader card) {
    return !card.insertion().equals(proven.get(card.terminal()))
        && !isAt(card.terminal(), receptionNumber);
  }

  /** The channel to a card that has proven its keys; empty when another case has the reader. */
  Optional<SecureChannel> open(
      String receptionNumber, CardOnReader card, byte[] challenge, Answer answer) {
    String serial = card.identity().serial();
    SecureChannel channel;
    try (CardKeys own = new CardKeys(keys.encryptionKey(serial), keys.authenticationKey(serial))) {
      channel = SecureChannel.open(own, challenge, answer);
    }
    if (transaction.call(() -> leases.take(card.terminal(), receptionNumber))) {
      proven.put(card.terminal(), card.insertion());
      return Optional.of(channel);
    }
    channel.close();
    return Optional.empty();
  }

  /** Whether the case has its reader at this terminal. */
  private boolean isAt(String terminal, String receptionNumber) {
    return transaction.look(() -> holds(terminal, receptionNumber));
  }

  /** Fails when the case has its reader elsewhere, or none. */
  void requireReader(WritingPlace place) {
    if (!isAt(place.terminal(), place.receptionNumber())) {
      throw new WrittenElsewhereException();
    }
  }

  /** A step in a transaction of its own, which is committed when this returns. */
  <T> T call(WritingPlace place, Supplier<T> work) {
    return transaction.call(
        () -> {
          if (!holds(place.terminal(), place.receptionNumber())) {
            throw new WrittenElsewhereException();
          }
          return work.get();
        });
  }

  /** As {@link #call}, of which nothing comes back. */
  void run(WritingPlace place, Runnable work) {
    call(
        place,
        () -> {
          work.run();
          return null;
        });
  }

  private boolean holds(String terminal, String receptionNumber) {
    return leases.ofCase(receptionNumber).map(Lease::terminal).filter(terminal::equals).isPresent();
  }
}
