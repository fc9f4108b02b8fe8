package jp.madoguchi.terminal;

import java.util.Optional;

/** Something that a feature wants to do with a card as soon as it lies on a reader. */
public interface CardWork {

  /** A conversation with this card, if there is something to be done with it now. */
  Optional<CardConversation> conversation(CardOnReader card);
}
