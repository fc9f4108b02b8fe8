package jp.madoguchi.web.issuance;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import java.util.Optional;
import java.util.function.Supplier;
import jp.madoguchi.issuance.CertificateType;

/**
 * {@code GET|POST /ocsp/{sign|auth}} (RFC 6960 appendix A, RFC 5019 5 and 6), answered before the
 * pages' filters, sessions and threads: the threads that read from the network ask {@link
 * PublicFront}, which calls back, and go on. So it answers also where every thread of the pages
 * waits.
 *
 * <p>What is no request for status goes on to {@link OcspServlet}, which refuses it as the pages
 * refuse.
 */
final class OcspHandler implements HttpHandler {

  static final int LARGEST = 16 * 1024;

  private static final String FOLDER = "/ocsp/";
  private static final String RESOURCE = "/ocsp";
  private static final String REQUEST = "application/ocsp-request";

  private final HttpHandler next;
  private final Supplier<PublicFront> front;

  /**
   * @param front gives null until the application has started
   */
  OcspHandler(HttpHandler next, Supplier<PublicFront> front) {
    this.next = next;
    this.front = front;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!exchange.getRelativePath().startsWith(FOLDER) || front.get() == null) {
      next.handleRequest(exchange);
    } else if (exchange.getRequestMethod().equals(Methods.POST)) {
      post(exchange);
    } else if (exchange.getRequestMethod().equals(Methods.GET)
        || exchange.getRequestMethod().equals(Methods.HEAD)) {
      get(exchange);
    } else {
      next.handleRequest(exchange);
    }
  }

  private void get(HttpServerExchange exchange) throws Exception {
    Optional<OcspPath> path = OcspPath.parse(exchange.getRequestURI());
    if (path.isEmpty() || exchange.isHostIncludedInRequestURI()) {
      next.handleRequest(exchange);
    } else if (front.get().admits(exchange, RESOURCE)) {
      ask(exchange, path.get().type(), path.get().request());
    }
  }

  private void post(HttpServerExchange exchange) throws Exception {
    Optional<CertificateType> type =
        AuthorityPath.type(exchange.getRelativePath().substring(FOLDER.length() - 1), "");
    String contentType = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    if (type.isEmpty()
        || contentType == null
        || !contentType.split(";", 2)[0].strip().equalsIgnoreCase(REQUEST)
        || exchange.getRequestContentLength() > LARGEST) {
      next.handleRequest(exchange);
    } else if (front.get().admits(exchange, RESOURCE)) {
      exchange.setMaxEntitySize(LARGEST);
      exchange
          .getRequestReceiver()
          .receiveFullBytes(
              (received, bytes) -> ask(received, type.get(), bytes),
              (received, failure) -> front.get().end(received, RESOURCE, 413));
    }
  }

  /** The answer comes by another thread; this one goes back to the network. */
  private void ask(HttpServerExchange exchange, CertificateType type, byte[] request) {
    long begun = System.nanoTime();
    PublicFront asks = front.get();
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () ->
            asks.ask(
                type,
                request,
                answer ->
                    exchange.dispatch(
                        exchange.getIoThread(),
                        asked -> {
                          new OcspReply(answer, asks.now()).send(asked);
                          asks.answered(asked, RESOURCE, System.nanoTime() - begun);
                        })));
  }
}
