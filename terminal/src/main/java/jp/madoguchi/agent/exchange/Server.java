package jp.madoguchi.agent.exchange;

import java.util.concurrent.CompletableFuture;

/** The counter's server as the agent sees it. */
@FunctionalInterface
public interface Server {

  /** Begins an exchange; its end comes up to half a minute later and is never exceptional. */
  CompletableFuture<Outcome> exchange(ExchangeRequest request);
}
