package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.settings.Settings;

/** Whether certificates can be issued just now, for screens, readiness and metrics. */
@ApplicationScoped
public class AuthorityState {

  private PlannedStops stops;
  private OutsideLine outside;
  private Settings settings;

  /**
   * How it stands.
   *
   * @param stoppedUntil the end of a planned stop that is running (R-SYSTEM-HOURS)
   * @param awaySince since when it cannot be reached, without a plan
   */
  public record Now(
      AuthorityAdapter adapter,
      Optional<ZonedDateTime> stoppedUntil,
      Optional<ZonedDateTime> awaySince) {

    /** {@code SERVING}, {@code STOPPED} by plan, or {@code AWAY}. */
    public String word() {
      if (awaySince.isPresent()) {
        return "AWAY";
      }
      return stoppedUntil.isPresent() ? "STOPPED" : "SERVING";
    }

    public boolean serves() {
      return stoppedUntil.isEmpty() && awaySince.isEmpty();
    }
  }

  protected AuthorityState() {}

  @Inject
  public AuthorityState(PlannedStops stops, OutsideLine outside, Settings settings) {
    this.stops = stops;
    this.outside = outside;
    this.settings = settings;
  }

  public Now now() {
    AuthorityAdapter adapter = AuthorityAdapter.of(settings);
    return new Now(adapter, stops.runningUntil(), away(adapter).map(AuthorityState::local));
  }

  private Optional<Instant> away(AuthorityAdapter adapter) {
    return adapter == AuthorityAdapter.CMP ? outside.silentSince() : Optional.empty();
  }

  private static ZonedDateTime local(Instant instant) {
    return instant.atZone(OfficeClock.ZONE);
  }
}
