package jp.madoguchi.installation;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.issuance.SigningProvider;

/** How many signatures the authorities and their responders made, and how long they took. */
@ApplicationScoped
class SignatureMeter implements Meters.Gauges {

  @Inject private SigningProvider signing;

  @Override
  public void addTo(MeterRegistry registry) {
    FunctionTimer.builder(
            "madoguchi.signatures",
            signing,
            SigningProvider::signatures,
            SigningProvider::signingNanos,
            TimeUnit.NANOSECONDS)
        .description("Signatures of the authorities and their OCSP responders")
        .register(registry);
  }
}
