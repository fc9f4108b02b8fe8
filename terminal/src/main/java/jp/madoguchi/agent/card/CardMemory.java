package jp.madoguchi.agent.card;

import java.io.IOException;

/** The state the card works with: always the one that the store has kept. */
final class CardMemory {

  private final CardStore store;
  private CardState state;

  CardMemory(CardStore store, Personalisation personalisation) throws IOException {
    this.store = store;
    this.state = store.load().orElseGet(() -> CardState.fresh(personalisation));
  }

  CardState state() {
    return state;
  }

  /** Makes this the card's state once it is kept; when it cannot be, the old one stays. */
  void commit(CardState next) throws IOException {
    store.save(next);
    state = next;
  }
}
