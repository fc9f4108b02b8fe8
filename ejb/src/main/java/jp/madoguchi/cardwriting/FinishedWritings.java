package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.cardwriting.CustomerView.Face;
import jp.madoguchi.issuance.CertificateType;

/** What was last finished at each terminal, for the two minutes in which its applicant looks. */
@ApplicationScoped
public class FinishedWritings {

  private static final Duration SHOWN = Duration.ofMinutes(2);

  private final Map<String, Finished> finished = new ConcurrentHashMap<>();
  private final OfficeClock clock;

  private record Finished(CustomerView view, Instant at) {}

  protected FinishedWritings() {
    this(null);
  }

  @Inject
  public FinishedWritings(OfficeClock clock) {
    this.clock = clock;
  }

  void note(String terminal, Face face, List<CertificateType> types) {
    finished.put(
        terminal, new Finished(CustomerView.of(face, List.copyOf(types)), clock.instant()));
  }

  Optional<CustomerView> at(String terminal) {
    Instant since = clock.instant().minus(SHOWN);
    return Optional.ofNullable(finished.get(terminal))
        .filter(last -> last.at().isAfter(since))
        .map(Finished::view);
  }
}
