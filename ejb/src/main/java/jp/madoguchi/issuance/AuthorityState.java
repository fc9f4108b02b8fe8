package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.settings.Settings;

/** Whether certificates can be issued just now, for screens, readiness and metrics. */
@ApplicationScoped
public class AuthorityState {

  private Authorities authorities;
  private PlannedStops stops;
  private OutsideLine outside;
  private AuthorityToken token;
  private OfficeClock clock;
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
  public AuthorityState(
      Authorities authorities,
      PlannedStops stops,
      OutsideLine outside,
      AuthorityToken token,
      OfficeClock clock,
      Settings settings) {
    this.authorities = authorities;
    this.clock = clock;
    this.stops = stops;
    this.outside = outside;
    this.token = token;
    this.settings = settings;
  }

  public Now now() {
    AuthorityAdapter adapter = AuthorityAdapter.of(settings);
    return new Now(adapter, stops.runningUntil(), away(adapter).map(AuthorityState::local));
  }

  /** By when an authority needs its next key; empty where it has none. */
  public Optional<RenewalTerm> term(CertificateType type) {
    return authorities.all(type).stream()
        .findFirst()
        .map(current -> RenewalTerm.of(current, clock.today(), settings));
  }

  /** How many days are left until then; negative afterwards. */
  public OptionalLong daysToNextKey(CertificateType type) {
    return term(type)
        .map(term -> OptionalLong.of(ChronoUnit.DAYS.between(clock.today(), term.due())))
        .orElseGet(OptionalLong::empty);
  }

  private Optional<Instant> away(AuthorityAdapter adapter) {
    if (adapter == AuthorityAdapter.CMP) {
      return outside.silentSince();
    }
    // a former key that went with its token keeps nothing from being issued
    return authorities.signOnToken() ? token.awaySince() : Optional.empty();
  }

  private static ZonedDateTime local(Instant instant) {
    return instant.atZone(OfficeClock.ZONE);
  }
}
