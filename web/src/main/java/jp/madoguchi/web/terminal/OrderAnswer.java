package jp.madoguchi.web.terminal;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What is answered to an order to a terminal's rack: 204 once the terminal has told of it, and 202
 * when it has told nothing for a while; the order then waits for it.
 *
 * @param waiting true
 */
record OrderAnswer(boolean waiting) {

  private static final long PATIENCE_SECONDS = 5;

  static void give(AsyncResponse response, CompletableFuture<Void> settled) {
    response.setTimeoutHandler(
        late ->
            late.resume(
                Response.accepted(new OrderAnswer(true))
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build()));
    response.setTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    settled.thenRun(() -> response.resume(Response.noContent().build()));
  }
}
