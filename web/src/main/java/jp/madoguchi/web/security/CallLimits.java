package jp.madoguchi.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import jp.madoguchi.settings.Settings;

/**
 * How often one address may use what is open to everybody. Settings {@code limits.guide}, {@code
 * limits.calendar}, {@code limits.login}, {@code limits.enrolment} and {@code limits.status};
 * {@code limits.exempt} names the addresses without limits (this machine, unless set), {@code
 * limits.addresses} how many are remembered at most.
 */
@ApplicationScoped
public class CallLimits {

  /** What is limited together. */
  enum Kind {
    GUIDE("guide", "120/minute"),
    CALENDAR("calendar", "600/minute"),
    /** A password that is tried, whoever's it is. */
    LOGIN("login", "60/minute"),
    /** A pairing code that is tried, whichever terminal's it is. */
    ENROLMENT("enrolment", "10/minute"),
    /** Certificates' status: OCSP, revocation lists, the authorities' certificates. */
    STATUS("status", "500/second");

    private final String setting;
    private final String usual;

    Kind(String setting, String usual) {
      this.setting = setting;
      this.usual = usual;
    }
  }

  private static final String LOOPBACK = "127.0.0.0/8, ::1";
  private static final int ADDRESSES = 100_000;

  /** What one subscriber of IPv6 has: its addresses count as one. */
  private static final int SUBSCRIBER_BYTES = 8;

  private record Caller(Kind kind, String address) {}

  private final Map<Kind, Limit> limits = new EnumMap<>(Kind.class);
  private final List<AddressRange> exempt;
  private final Cache<Caller, Bucket> buckets;
  private final TimeMeter time;

  protected CallLimits() {
    exempt = List.of();
    buckets = null;
    time = null;
  }

  @Inject
  public CallLimits(Settings settings) {
    this(settings, TimeMeter.SYSTEM_NANOTIME);
  }

  CallLimits(Settings settings, TimeMeter time) {
    this.time = time;
    for (Kind kind : Kind.values()) {
      Limit.parse(settings.text("limits." + kind.setting, kind.usual))
          .ifPresent(limit -> limits.put(kind, limit));
    }
    exempt = AddressRange.list(settings.text("limits.exempt", LOOPBACK));
    Duration longest =
        limits.values().stream().map(Limit::per).max(Duration::compareTo).orElse(Duration.ZERO);
    buckets =
        Caffeine.newBuilder()
            .maximumSize(settings.number("limits.addresses", ADDRESSES))
            .expireAfterAccess(longest)
            .build();
  }

  /** {@link #tooMany} for requests for status, which pass no filter. */
  public OptionalLong tooManyForStatus(String address) {
    return tooMany(Kind.STATUS, address);
  }

  /** Counts a call; the seconds to wait if it is one too many. */
  OptionalLong tooMany(Kind kind, String address) {
    Limit limit = limits.get(kind);
    InetAddress caller = AddressRange.address(address);
    if (limit == null || exempt.stream().anyMatch(range -> range.contains(caller))) {
      return OptionalLong.empty();
    }
    Bucket bucket = buckets.get(new Caller(kind, subscriber(caller)), key -> full(limit));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? OptionalLong.empty()
        : OptionalLong.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
  }

  /** How many addresses are remembered now. */
  long remembered() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket full(Limit limit) {
    return Bucket.builder()
        .addLimit(each -> each.capacity(limit.calls()).refillGreedy(limit.calls(), limit.per()))
        .withCustomTimePrecision(time)
        .build();
  }

  private static String subscriber(InetAddress caller) {
    byte[] figures = caller.getAddress();
    return HexFormat.of()
        .formatHex(
            caller instanceof Inet6Address ? Arrays.copyOf(figures, SUBSCRIBER_BYTES) : figures);
  }
}
