package jp.madoguchi.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a terminal's reader and the card on it.
 *
 * @param lastSeen when the agent last called; empty: not since the server started
 * @param identity the card, once it has said which one it is
 * @param unknownCard a card lies there that does not say which one it is
 * @param busy the card is working
 * @param otherVersion the agent calls in a form that this server does not speak
 */
public record CardAtReader(
    String terminal,
    Optional<Instant> lastSeen,
    Reader reader,
    Optional<CardIdentity> identity,
    boolean unknownCard,
    boolean busy,
    boolean otherVersion) {

  /** An agent calls at least every 25 seconds, except while its card works. */
  private static final Duration SILENT = Duration.ofSeconds(40);

  private static final Duration SILENT_AT_WORK = Duration.ofMinutes(3);

  static CardAtReader neverSeen(String terminal) {
    return new CardAtReader(
        terminal, Optional.empty(), Reader.ABSENT, Optional.empty(), false, false, false);
  }

  /** Whether the agent has not called for so long that it is away. */
  public boolean isSilent(Instant now) {
    Instant heardAfter = now.minus(busy ? SILENT_AT_WORK : SILENT);
    return lastSeen.filter(heardAfter::isBefore).isEmpty();
  }

  public boolean holds(String cardSerial) {
    return identity.filter(card -> card.serial().equals(cardSerial)).isPresent();
  }
}
