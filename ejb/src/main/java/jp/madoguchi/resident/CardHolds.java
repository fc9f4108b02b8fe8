package jp.madoguchi.resident;

import java.time.Instant;

/**
 * Cards that this office holds (一時停止) because they were reported lost here, whatever the register
 * says of them. To everybody who asks the register, a held card that would be good is suspended.
 */
public interface CardHolds {

  /**
   * Holds a card; of two who do so at once the second waits.
   *
   * @return whether it was not held before
   */
  boolean hold(CardSerial card, Instant now);

  /** What the register itself says of a card, held here or not. */
  CardState inRegister(CardSerial card);

  /** From now on the card is what the register says of it. */
  void release(CardSerial card);
}
