package jp.madoguchi.cardwriting;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jp.madoguchi.agent.card.CardState;
import jp.madoguchi.agent.card.CardStore;
import jp.madoguchi.agent.card.KeySlot;
import jp.madoguchi.agent.card.Slot;
import jp.madoguchi.agent.card.Staging;

/**
 * A card's memory that loses its power in the middle of a write. What a card must change in one
 * step is then as it was before; of a chunk the first half may be there.
 */
final class PoweredMemory implements CardStore {

  /** What is left of a write that was cut short. */
  enum Left {
    NOTHING,
    HALF_OF_THE_CHUNK,
    ALL
  }

  private CardState state;
  private int writes;
  private int tries;
  private Predicate<CardState> cut = next -> false;
  private Left left;
  private Runnable pulled;
  private boolean wasCut;

  /**
   * One of the next writes, beginning with 1, is cut short.
   *
   * @param whenItHappens takes the card off its reader
   */
  void cut(int write, Left half, Runnable whenItHappens) {
    int number = writes + write;
    cut(next -> writes == number, half, whenItHappens);
  }

  /** The next write that counts a try of some PIN is cut right after it is kept. */
  void cutAfterPinIsTried(Runnable whenItHappens) {
    cut(this::triesPin, Left.ALL, whenItHappens);
  }

  private void cut(Predicate<CardState> which, Left rest, Runnable whenItHappens) {
    cut = which;
    wasCut = false;
    left = rest;
    pulled = whenItHappens;
  }

  private boolean triesPin(CardState next) {
    return next.pins().entrySet().stream()
        .anyMatch(pin -> pin.getValue().triesLeft() < state.pins().get(pin.getKey()).triesLeft());
  }

  /** How often a PIN was compared. */
  int tries() {
    return tries;
  }

  int writes() {
    return writes;
  }

  /** Whether the power went away since that was asked for. */
  boolean wasCut() {
    return wasCut;
  }

  /** What the card remembers now, for somebody who looks without touching the card. */
  PoweredMemory copy() {
    PoweredMemory copy = new PoweredMemory();
    copy.state = state;
    return copy;
  }

  @Override
  public Optional<CardState> load() {
    return Optional.ofNullable(state);
  }

  @Override
  public void save(CardState next) throws IOException {
    writes++;
    if (state != null && triesPin(next)) {
      tries++;
    }
    if (!cut.test(next)) {
      state = next;
      return;
    }
    cut = further -> false;
    wasCut = true;
    state =
        switch (left) {
          case NOTHING -> state;
          case HALF_OF_THE_CHUNK -> half(state, next);
          case ALL -> next;
        };
    pulled.run();
    throw new IOException("the card has no power");
  }

  private static CardState half(CardState before, CardState next) {
    Map<Slot, KeySlot> slots = new EnumMap<>(before.slots());
    next.slots()
        .forEach((slot, written) -> slots.put(slot, half(before.slots().get(slot), written)));
    return new CardState(
        before.pins(),
        slots,
        half(before.staging(), next.staging()),
        before.committed(),
        before.channelCounter());
  }

  private static Staging half(Staging before, Staging next) {
    boolean chunk =
        before != null
            && next != null
            && next.certificate().length > before.certificate().length
            && Arrays.equals(before.transactionId(), next.transactionId());
    return chunk
        ? new Staging(
            before.slot(),
            before.transactionId(),
            before.privateKey(),
            half(before.certificate(), next.certificate()))
        : before;
  }

  /** The authority's certificate is written beside the one in use, until its last byte is there. */
  private static KeySlot half(KeySlot before, KeySlot next) {
    boolean last = next.incomingAuthority().length == 0;
    byte[] written = last ? next.authority() : next.incomingAuthority();
    boolean chunk =
        Arrays.equals(before.certificate(), next.certificate())
            && written.length > before.incomingAuthority().length
            && !Arrays.equals(written, before.authority());
    return chunk
        ? new KeySlot(
            before.certificate(),
            before.privateKey(),
            before.authority(),
            half(before.incomingAuthority(), written))
        : before;
  }

  private static byte[] half(byte[] before, byte[] next) {
    return Arrays.copyOf(next, (before.length + next.length) / 2);
  }
}
