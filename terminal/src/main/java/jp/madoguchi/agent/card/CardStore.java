package jp.madoguchi.agent.card;

import java.io.IOException;
import java.util.Optional;

/** Where a virtual card's memory lies. */
public interface CardStore {

  /** The state last saved; empty for a card that was never used. */
  Optional<CardState> load() throws IOException;

  /**
   * Keeps a state, as a whole or not at all, and returns only when it is kept.
   *
   * @throws IOException when nothing was changed
   */
  void save(CardState state) throws IOException;
}
