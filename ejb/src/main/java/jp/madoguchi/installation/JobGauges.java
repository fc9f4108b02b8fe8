package jp.madoguchi.installation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.ToLongFunction;
import jp.madoguchi.workflow.Jobs;

/** How much the engine has before it, and what it gave up. */
@ApplicationScoped
class JobGauges implements Meters.Gauges {

  @Inject private Jobs jobs;

  @Override
  public void addTo(MeterRegistry registry) {
    gauge(registry, "open", Jobs::open);
    gauge(registry, "failed", Jobs::failed);
  }

  private void gauge(MeterRegistry registry, String state, ToLongFunction<Jobs> count) {
    Gauge.builder("madoguchi.jobs", jobs, all -> known(all, count))
        .description("The engine's jobs: open ones wait or run, failed ones wait for a person")
        .tag("state", state)
        .register(registry);
  }

  /** While the store is away nobody knows, and the other figures are still wanted. */
  private static double known(Jobs jobs, ToLongFunction<Jobs> count) {
    try {
      return count.applyAsLong(jobs);
    } catch (RuntimeException storeIsAway) {
      return Double.NaN;
    }
  }
}
