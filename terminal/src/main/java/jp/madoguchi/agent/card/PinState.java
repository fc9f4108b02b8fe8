package jp.madoguchi.agent.card;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A PIN on the card.
 *
 * @param value the PIN, or null when none was ever set: then it is locked
 * @param triesLeft wrong tries until it locks; 0 is locked
 */
public record PinState(String value, int triesLeft) {

  static final PinState UNSET = new PinState(null, 0);

  static PinState of(Pin pin, byte[] value) {
    return new PinState(new String(value, StandardCharsets.US_ASCII), pin.tries());
  }

  boolean locked() {
    return triesLeft == 0;
  }

  PinState withOneTryLess() {
    return new PinState(value, triesLeft - 1);
  }

  PinState withAllTries(Pin pin) {
    return new PinState(value, pin.tries());
  }

  boolean matches(byte[] offered) {
    return value != null
        && MessageDigest.isEqual(value.getBytes(StandardCharsets.US_ASCII), offered);
  }
}
