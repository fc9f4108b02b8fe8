package jp.madoguchi.fee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.Actors;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.problem.Problem;

/**
 * Takes fees and gives them back (R-FEE-BOOK): a fee is collected once for a case, before the card
 * is written, with a numbered receipt, and is refunded once if nothing was issued.
 */
@ApplicationScoped
public class FeeBook {

  private final FeeEntries entries;
  private final OfficeClock clock;
  private final Actors actors;
  private final AuditTrail trail;

  protected FeeBook() {
    this(null, null, null, null);
  }

  @Inject
  public FeeBook(FeeEntries entries, OfficeClock clock, Actors actors, AuditTrail trail) {
    this.entries = entries;
    this.clock = clock;
    this.actors = actors;
    this.trail = trail;
  }

  /**
   * Collects the fee of a case; asking again gives the first receipt.
   *
   * @param amountYen what is due
   * @param receivedYen what was handed over, at least the amount
   * @throws jp.madoguchi.problem.BusinessException {@code fee-short}
   */
  public FeeEntry collect(String receptionNumber, int amountYen, int receivedYen) {
    Optional<FeeEntry> before = find(receptionNumber, FeeEntry.Kind.COLLECTED);
    if (before.isPresent()) {
      return before.get();
    }
    if (receivedYen < amountYen) {
      throw Problem.refused("fee-short", amountYen, receivedYen).asException();
    }
    FeeEntry entry =
        FeeEntry.collected(
            entries.nextReceiptNumber(),
            receptionNumber,
            amountYen,
            receivedYen,
            actors.current().login(),
            clock.instant());
    return enter(entry, "fee.collected");
  }

  /** Gives back what was collected for a case in which nothing was issued; empty: nothing was. */
  public Optional<FeeEntry> refund(String receptionNumber) {
    if (find(receptionNumber, FeeEntry.Kind.REFUNDED).isPresent()) {
      return find(receptionNumber, FeeEntry.Kind.REFUNDED);
    }
    return find(receptionNumber, FeeEntry.Kind.COLLECTED)
        .map(
            collected ->
                FeeEntry.refunded(
                    entries.nextReceiptNumber(),
                    collected,
                    actors.current().login(),
                    clock.instant()))
        .map(entry -> enter(entry, "fee.refunded"));
  }

  public Optional<FeeEntry> find(String receptionNumber, FeeEntry.Kind kind) {
    return ofCase(receptionNumber).stream().filter(entry -> entry.kind() == kind).findFirst();
  }

  public List<FeeEntry> ofCase(String receptionNumber) {
    return entries.ofCase(receptionNumber);
  }

  private FeeEntry enter(FeeEntry entry, String act) {
    entries.add(entry);
    trail.record(
        Act.done(act, "APPLICATION", entry.receptionNumber())
            .with("receipt", entry.receiptNumber())
            .with("yen", entry.amountYen()));
    return entry;
  }
}
