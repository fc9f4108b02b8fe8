package jp.madoguchi.installation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * What this server has counted since it started, for Prometheus. A label has few values, all known
 * beforehand, and never one that leads to a person or a case.
 */
@ApplicationScoped
public class Meters {

  /** What adds meters of its own. */
  interface Gauges {
    void addTo(MeterRegistry registry);
  }

  @Inject @Any private Instance<Gauges> gauges;

  private PrometheusMeterRegistry registry;
  private JvmGcMetrics garbage;

  @PostConstruct
  void start() {
    registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    garbage = new JvmGcMetrics();
    garbage.bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    gauges.forEach(each -> each.addTo(registry));
  }

  @PreDestroy
  void stop() {
    garbage.close();
    registry.close();
  }

  public MeterRegistry registry() {
    return registry;
  }

  /** Everything, in the Prometheus text format 0.0.4. */
  public String text() {
    return registry.scrape();
  }
}
