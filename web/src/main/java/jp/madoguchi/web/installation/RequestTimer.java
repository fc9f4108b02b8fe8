package jp.madoguchi.web.installation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.installation.Meters;

/** Times every request by the resource that answers it, never by the address that was asked for. */
public class RequestTimer extends HttpFilter {

  private static final long serialVersionUID = 1;

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

  private static final Duration[] STEPS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(200),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
  };

  @Inject private transient Times times;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long begun = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      if (request.isAsyncStarted()) {
        stopAtTheEnd(begun, request, response);
      } else {
        stop(begun, request, response);
      }
    }
  }

  /** Another thread may have answered in this very moment. */
  private void stopAtTheEnd(long begun, HttpServletRequest request, HttpServletResponse response) {
    try {
      request.getAsyncContext().addListener(new AtTheEnd(begun, request, response));
    } catch (IllegalStateException answeredMeanwhile) {
      stop(begun, request, response);
    }
  }

  private void stop(long begun, HttpServletRequest request, HttpServletResponse response) {
    times.record(
        ResourceName.of(request),
        request.getMethod(),
        response.getStatus(),
        System.nanoTime() - begun);
  }

  private static Timer timer(MeterRegistry registry, Answered answered) {
    return Timer.builder("http.server.requests")
        .description("Requests by the resource that answered them")
        .tag("resource", answered.resource())
        .tag("method", answered.method())
        .tag("status", answered.hundreds() + "xx")
        .serviceLevelObjectives(STEPS)
        .register(registry);
  }

  /** What is timed together; of each part there are few. */
  private record Answered(String resource, String method, int hundreds) {}

  /** Also for what is answered before any filter. */
  @ApplicationScoped
  public static class Times {

    private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();
    @Inject private Meters meters;

    public void record(String resource, String method, int status, long nanos) {
      Answered answered =
          new Answered(resource, METHODS.contains(method) ? method : "other", status / 100);
      timers
          .computeIfAbsent(answered, key -> timer(meters.registry(), key))
          .record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  private final class AtTheEnd implements AsyncListener {

    private final long begun;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    AtTheEnd(long begun, HttpServletRequest request, HttpServletResponse response) {
      this.begun = begun;
      this.request = request;
      this.response = response;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      stop(begun, request, response);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // It is completed with an answer.
    }

    @Override
    public void onError(AsyncEvent event) {
      // It is completed with an answer.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
