package jp.madoguchi.terminal;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a terminal's reader and the card on it.
 *
 * @param lastSeen when the agent last called; empty: not since the server started
 * @param identity the card, once it has said which one it is
 * @param unknownCard a card lies there that does not say which one it is
 * @param busy the card is working
 */
public record CardAtReader(
    String terminal,
    Optional<Instant> lastSeen,
    Reader reader,
    Optional<CardIdentity> identity,
    boolean unknownCard,
    boolean busy) {

  static CardAtReader neverSeen(String terminal) {
    return new CardAtReader(
        terminal, Optional.empty(), Reader.ABSENT, Optional.empty(), false, false);
  }

  public boolean holds(String cardSerial) {
    return identity.filter(card -> card.serial().equals(cardSerial)).isPresent();
  }
}
