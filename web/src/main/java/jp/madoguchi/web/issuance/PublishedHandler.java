package jp.madoguchi.web.issuance;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import java.util.Optional;
import java.util.function.Supplier;
import jp.madoguchi.issuance.PublishedFiles;

/**
 * {@code GET /crl/…} and {@code GET /ca/…} ({@link PublishedPath}), served before the pages'
 * filters, sessions and threads, as {@link OcspHandler} does: {@link PublishedFiles} reads, the
 * threads of the network write, and nothing waits for whoever fetches slowly.
 *
 * <p>What is not there goes on to {@link PublishedServlet}, which refuses it as the pages refuse.
 */
final class PublishedHandler implements HttpHandler {

  private final HttpHandler next;
  private final Supplier<PublicFront> front;

  /**
   * @param front gives null until the application has started
   */
  PublishedHandler(HttpHandler next, Supplier<PublicFront> front) {
    this.next = next;
    this.front = front;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    boolean read =
        exchange.getRequestMethod().equals(Methods.GET)
            || exchange.getRequestMethod().equals(Methods.HEAD);
    Optional<PublishedPath> asked =
        read && front.get() != null
            ? PublishedPath.parse(exchange.getRelativePath(), exchange.getQueryParameters())
            : Optional.empty();
    if (asked.isEmpty()) {
      next.handleRequest(exchange);
    } else if (front.get().admits(exchange, asked.get().resource())) {
      new PublishedReply(next, front.get(), asked.get()).begin(exchange);
    }
  }
}
