package jp.madoguchi.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.function.LongSupplier;
import jp.madoguchi.settings.Settings;

/**
 * How long a login lasts without anybody working: 30 minutes, or the setting {@code
 * session.minutes}. Pages count as work, and so do acts through the API; what a page asks by itself
 * does not, or a login would never end. This is the machine's time, which nobody moves in training.
 */
@ApplicationScoped
public class SessionTime {

  private static final String UNTIL = "madoguchi.until";

  private final Duration lasts;
  private final LongSupplier millis;

  protected SessionTime() {
    this(Duration.ZERO, () -> 0);
  }

  @Inject
  public SessionTime(Settings settings) {
    this(Duration.ofMinutes(settings.number("session.minutes", 30)), System::currentTimeMillis);
  }

  SessionTime(Duration lasts, LongSupplier millis) {
    this.lasts = lasts;
    this.millis = millis;
  }

  /** Somebody works: the time begins anew. */
  public void extend(HttpSession session) {
    session.setAttribute(UNTIL, millis.getAsLong() + lasts.toMillis());
  }

  /** What is left, in seconds; 0 when it is over. */
  public long remainingSeconds(HttpSession session) {
    return session.getAttribute(UNTIL) instanceof Long until
        ? Math.max(0, (until - millis.getAsLong()) / 1000)
        : 0;
  }
}
