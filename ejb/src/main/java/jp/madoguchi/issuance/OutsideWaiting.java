package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.issuance.jpa.OutsideRepository;

/** What lies between this office and another authority. */
@ApplicationScoped
public class OutsideWaiting {

  private OutsideRepository requests;

  protected OutsideWaiting() {}

  @Inject
  public OutsideWaiting(OutsideRepository requests) {
    this.requests = requests;
  }

  /** How many certificates were asked for and are not there yet. */
  public long requests() {
    return requests.openRequests();
  }

  /** Since when the longest waiting one is asked for. */
  public Optional<Instant> since() {
    return requests.openSince();
  }

  /** How many certificates changed here without its knowing yet. */
  public long revocations() {
    return requests.untold();
  }
}
