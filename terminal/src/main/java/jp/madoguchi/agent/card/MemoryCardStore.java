package jp.madoguchi.agent.card;

import java.util.Optional;

/** A card's memory for as long as the program runs. */
public final class MemoryCardStore implements CardStore {

  private volatile CardState state;

  @Override
  public Optional<CardState> load() {
    return Optional.ofNullable(state);
  }

  @Override
  public void save(CardState next) {
    state = next;
  }
}
