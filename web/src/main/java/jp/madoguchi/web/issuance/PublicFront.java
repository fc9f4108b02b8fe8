package jp.madoguchi.web.issuance;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.OcspAnswer;
import jp.madoguchi.issuance.PublishedFiles;
import jp.madoguchi.issuance.StatusService;
import jp.madoguchi.web.installation.RequestTimer;
import jp.madoguchi.web.security.CallLimits;

/**
 * What {@link OcspHandler} and {@link PublishedHandler} need, which stand before the container that
 * injects it.
 */
@WebListener
public class PublicFront implements ServletContextListener {

  static final String ATTRIBUTE = PublicFront.class.getName();

  private static final int TOO_MANY = 429;

  @Inject private StatusService service;
  @Inject private PublishedFiles files;
  @Inject private CallLimits limits;
  @Inject private OfficeClock clock;
  @Inject private RequestTimer.Times times;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    event.getServletContext().setAttribute(ATTRIBUTE, this);
  }

  void ask(CertificateType type, byte[] request, Consumer<OcspAnswer> reply) {
    service.ask(type, request, reply);
  }

  PublishedFiles files() {
    return files;
  }

  /** Whether this caller may ask; one who asks too often is told for how long not to. */
  boolean admits(HttpServerExchange exchange, String resource) {
    InetSocketAddress source = exchange.getSourceAddress();
    OptionalLong wait =
        limits.tooManyForStatus(
            source.isUnresolved() ? source.getHostString() : source.getAddress().getHostAddress());
    wait.ifPresent(
        seconds -> {
          exchange.getResponseHeaders().put(Headers.RETRY_AFTER, Long.toString(seconds));
          end(exchange, resource, TOO_MANY);
        });
    return wait.isEmpty();
  }

  /** Ends a request with a status alone. */
  void end(HttpServerExchange exchange, String resource, int status) {
    exchange.setStatusCode(status);
    answered(exchange, resource, 0);
    exchange.endExchange();
  }

  Instant now() {
    return clock.instant();
  }

  /** For the figures of the server. */
  void answered(HttpServerExchange exchange, String resource, long nanos) {
    times.record(resource, exchange.getRequestMethod().toString(), exchange.getStatusCode(), nanos);
  }
}
