package jp.madoguchi.terminal;

import java.util.Optional;

/** What an agent is sent away with. */
public record ExchangeReply(Optional<Batch> batch, Optional<RackOrder> rack) {

  boolean isEmpty() {
    return batch.isEmpty() && rack.isEmpty();
  }
}
