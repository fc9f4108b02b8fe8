package jp.madoguchi.web.issuance;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import jakarta.servlet.ServletContext;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalLong;
import jp.madoguchi.issuance.CertificateType;

/**
 * {@code GET|POST /ocsp/{sign|auth}} (RFC 6960 appendix A, RFC 5019 5 and 6), answered before the
 * pages' filters, sessions and threads: the threads that read from the network ask {@link
 * OcspFront}, which calls back, and go on. So it answers also where every thread of the pages
 * waits.
 *
 * <p>What is no request for status goes on to {@link OcspServlet}, which refuses it as the pages
 * refuse.
 */
final class OcspHandler implements HttpHandler {

  static final int LARGEST = 16 * 1024;

  private static final String FOLDER = "/ocsp/";
  private static final String REQUEST = "application/ocsp-request";
  private static final int TOO_MANY = 429;

  private final HttpHandler next;
  private final ServletContext context;
  private volatile OcspFront front;

  OcspHandler(HttpHandler next, ServletContext context) {
    this.next = next;
    this.context = context;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!exchange.getRelativePath().startsWith(FOLDER) || front() == null) {
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
    } else if (mayAsk(exchange)) {
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
    } else if (mayAsk(exchange)) {
      exchange.setMaxEntitySize(LARGEST);
      exchange
          .getRequestReceiver()
          .receiveFullBytes(
              (received, bytes) -> ask(received, type.get(), bytes),
              (received, failure) -> end(received, 413));
    }
  }

  private boolean mayAsk(HttpServerExchange exchange) {
    InetSocketAddress source = exchange.getSourceAddress();
    OptionalLong wait =
        front.tooMany(
            source.isUnresolved() ? source.getHostString() : source.getAddress().getHostAddress());
    wait.ifPresent(
        seconds -> {
          exchange.getResponseHeaders().put(Headers.RETRY_AFTER, Long.toString(seconds));
          end(exchange, TOO_MANY);
        });
    return wait.isEmpty();
  }

  /** The answer comes by another thread; this one goes back to the network. */
  private void ask(HttpServerExchange exchange, CertificateType type, byte[] request) {
    long begun = System.nanoTime();
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () ->
            front.ask(
                type,
                request,
                answer ->
                    exchange.dispatch(
                        exchange.getIoThread(),
                        asked -> {
                          new OcspReply(answer, front.now()).send(asked);
                          front.answered(
                              asked.getRequestMethod().toString(),
                              asked.getStatusCode(),
                              System.nanoTime() - begun);
                        })));
  }

  private void end(HttpServerExchange exchange, int status) {
    exchange.setStatusCode(status);
    front.answered(exchange.getRequestMethod().toString(), status, 0);
    exchange.endExchange();
  }

  private OcspFront front() {
    if (front == null) {
      front = (OcspFront) context.getAttribute(OcspFront.ATTRIBUTE);
    }
    return front;
  }
}
