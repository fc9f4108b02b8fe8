package jp.madoguchi.installation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import jp.madoguchi.terminal.ReaderSessions;
import jp.madoguchi.terminal.ReaderState;

/** In which state the readers of the terminals are that called since the start. */
@ApplicationScoped
class ReaderGauges implements Meters.Gauges {

  @Inject private ReaderSessions readers;

  @Override
  public void addTo(MeterRegistry registry) {
    for (ReaderState state : ReaderState.values()) {
      Gauge.builder("madoguchi.readers", readers, all -> all.in(state))
          .description("Card readers by state, as their agents reported last")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }
}
