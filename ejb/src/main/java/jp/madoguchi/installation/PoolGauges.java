package jp.madoguchi.installation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The connections to the database, as the server's own pool counts them. */
@ApplicationScoped
class PoolGauges implements Meters.Gauges {

  private static final String POOL =
      "jboss.as:subsystem=datasources,data-source=Madoguchi,statistics=pool";

  private static final Map<String, String> COUNTS =
      Map.of(
          "active", "ActiveCount",
          "available", "AvailableCount",
          "in-use", "InUseCount",
          "most-used", "MaxUsedCount",
          "waited-for", "WaitCount",
          "waited-in-vain", "BlockingFailureCount");

  @Override
  public void addTo(MeterRegistry registry) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    COUNTS.forEach(
        (name, attribute) ->
            Gauge.builder("madoguchi.connections", server, beans -> read(beans, attribute))
                .description("Connections of the database pool")
                .tag("count", name)
                .register(registry));
  }

  private static double read(MBeanServer server, String attribute) {
    try {
      return ((Number) server.getAttribute(new ObjectName(POOL), attribute)).doubleValue();
    } catch (JMException notThere) {
      return Double.NaN;
    }
  }
}
