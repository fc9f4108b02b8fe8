package jp.madoguchi.installation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import jp.madoguchi.issuance.AuthorityAdapter;
import jp.madoguchi.issuance.AuthorityState;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.OutsideWaiting;
import jp.madoguchi.settings.Settings;

/** Which authority issues, whether it does, and what is still to be carried to one outside. */
@ApplicationScoped
class AuthorityGauges implements Meters.Gauges {

  @Inject private AuthorityState authority;
  @Inject private OutsideWaiting waiting;
  @Inject private Settings settings;

  @Override
  public void addTo(MeterRegistry registry) {
    Gauge.builder("madoguchi.authority.serving", authority, one -> one.now().serves() ? 1 : 0)
        .description(
            "1 while certificates can be issued; 0 in a planned stop, or without an answer")
        .tag("adapter", AuthorityAdapter.of(settings).word())
        .register(registry);
    for (CertificateType type : CertificateType.values()) {
      Gauge.builder("madoguchi.authority.key.days", authority, one -> days(one, type))
          .description("Days until an authority's next key is due; negative afterwards")
          .tag("type", type.path())
          .register(registry);
    }
    outside(registry, "requests", OutsideWaiting::requests);
    outside(registry, "revocations", OutsideWaiting::revocations);
  }

  private void outside(
      MeterRegistry registry, String what, ToDoubleFunction<OutsideWaiting> count) {
    Gauge.builder("madoguchi.authority.outside.waiting", waiting, all -> known(all, count))
        .description("What another authority was asked for and has not given, or was not told yet")
        .tag("what", what)
        .register(registry);
  }

  private static double days(AuthorityState authority, CertificateType type) {
    OptionalLong days = authority.daysToNextKey(type);
    return days.isPresent() ? days.getAsLong() : Double.NaN;
  }

  /** While the store is away nobody knows, and the other figures are still wanted. */
  private static double known(OutsideWaiting waiting, ToDoubleFunction<OutsideWaiting> count) {
    try {
      return count.applyAsDouble(waiting);
    } catch (RuntimeException storeIsAway) {
      return Double.NaN;
    }
  }
}
