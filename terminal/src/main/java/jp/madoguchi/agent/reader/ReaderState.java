package jp.madoguchi.agent.reader;

import java.util.Optional;

/** What a reader has to offer now. */
public sealed interface ReaderState {

  /** No reader is connected. */
  record None() implements ReaderState {}

  /** A reader without a card. */
  record Empty() implements ReaderState {}

  /** A card lies on the reader. */
  record Occupied(InsertedCard card) implements ReaderState {}

  default Optional<InsertedCard> inserted() {
    return this instanceof Occupied occupied ? Optional.of(occupied.card()) : Optional.empty();
  }
}
