package jp.madoguchi.bench;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jp.madoguchi.agent.exchange.ExchangeRequest;
import jp.madoguchi.agent.exchange.Outcome;
import jp.madoguchi.agent.exchange.Server;

/** Counts the batches, and the commands in them, that a server gives to an agent. */
final class CountedExchanges implements Server {

  private final Server server;
  private final Set<String> batches = ConcurrentHashMap.newKeySet();
  private final AtomicInteger commands = new AtomicInteger();

  CountedExchanges(Server server) {
    this.server = server;
  }

  @Override
  public CompletableFuture<Outcome> exchange(ExchangeRequest request) {
    return server.exchange(request).thenApply(this::counted);
  }

  private Outcome counted(Outcome outcome) {
    if (outcome instanceof Outcome.Replied replied
        && replied.reply().batch() != null
        && batches.add(replied.reply().batch().id())) {
      commands.addAndGet(replied.reply().batch().commands().size());
    }
    return outcome;
  }

  int batches() {
    return batches.size();
  }

  int commands() {
    return commands.get();
  }
}
