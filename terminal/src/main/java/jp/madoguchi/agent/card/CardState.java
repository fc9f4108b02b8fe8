package jp.madoguchi.agent.card;

import java.util.EnumMap;
import java.util.Map;

/**
 * All that a card remembers without power, besides its personalisation. A state never changes: each
 * command that writes makes the next one, which the store keeps as a whole or not at all.
 *
 * @param staging the key pair in preparation, or null
 * @param committed the last writing that took effect, or null
 * @param channelCounter how many secure sessions were begun
 */
public record CardState(
    Map<Pin, PinState> pins,
    Map<Slot, KeySlot> slots,
    Staging staging,
    Commitment committed,
    int channelCounter) {

  /** A card as it comes from personalisation: no certificates, their PINs locked. */
  static CardState fresh(Personalisation personalisation) {
    Map<Pin, PinState> pins = new EnumMap<>(Pin.class);
    pins.put(Pin.USER_AUTHENTICATION, PinState.UNSET);
    pins.put(Pin.SIGNATURE, PinState.UNSET);
    pins.put(Pin.INPUT_SUPPORT, personalisation.inputSupportPinState());
    pins.put(Pin.NUMBER_B, personalisation.numberBState());
    Map<Slot, KeySlot> slots = new EnumMap<>(Slot.class);
    for (Slot slot : Slot.values()) {
      slots.put(slot, KeySlot.EMPTY);
    }
    return new CardState(pins, slots, null, null, 0);
  }

  PinState pin(Pin pin) {
    return pins.get(pin);
  }

  KeySlot slot(Slot slot) {
    return slots.get(slot);
  }

  boolean staged() {
    return staging != null;
  }

  CardState with(Pin pin, PinState state) {
    Map<Pin, PinState> next = new EnumMap<>(pins);
    next.put(pin, state);
    return new CardState(next, slots, staging, committed, channelCounter);
  }

  CardState with(Slot slot, KeySlot content) {
    Map<Slot, KeySlot> next = new EnumMap<>(slots);
    next.put(slot, content);
    return new CardState(pins, next, staging, committed, channelCounter);
  }

  CardState with(Staging next) {
    return new CardState(pins, slots, next, committed, channelCounter);
  }

  CardState withNextChannel() {
    return new CardState(pins, slots, staging, committed, channelCounter + 1);
  }

  /** The staged key and certificate take the place of the old ones. */
  CardState activated(byte[] certificateHash) {
    KeySlot next = slot(staging.slot()).with(staging.certificate(), staging.privateKey());
    Commitment done = new Commitment(staging.slot(), staging.transactionId(), certificateHash);
    CardState written = with(staging.slot(), next);
    return new CardState(written.pins, written.slots, null, done, channelCounter);
  }
}
