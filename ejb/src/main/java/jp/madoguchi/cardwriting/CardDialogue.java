package jp.madoguchi.cardwriting;

import java.util.Optional;

/**
 * What a case has to say to its card through the secure channel, round by round. Each round's state
 * is committed before the round is sent.
 */
interface CardDialogue {

  String receptionNumber();

  /**
   * The next round; empty when nothing can be said now.
   *
   * @throws WritingStoppedException when a person has to look
   */
  Optional<Round> next();

  /** Fails once the case has its reader elsewhere. */
  void requireReader();

  /**
   * The card was taken away in the middle of a round.
   *
   * @param answered how many of its commands the card had answered
   */
  void brokenOff(Round round, int answered);
}
