package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import jp.madoguchi.cardwriting.CustomerView.Face;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.terminal.ReaderLeases;

/** The last step of a certificate or a PIN on its card, and what ends with it. */
@ApplicationScoped
public class LastSteps {

  private final CardAccess access;
  private final ReaderLeases leases;
  private final PinVault pins;
  private final WritingFaults faults;
  private final FinishedWritings finished;

  protected LastSteps() {
    this(null, null, null, null, null);
  }

  @Inject
  public LastSteps(
      CardAccess access,
      ReaderLeases leases,
      PinVault pins,
      WritingFaults faults,
      FinishedWritings finished) {
    this.access = access;
    this.leases = leases;
    this.pins = pins;
    this.faults = faults;
    this.finished = finished;
  }

  /**
   * Takes it. The PIN is on the card and of no more use, whether or not the database says that it
   * keeps the rest.
   */
  <T> T take(WritingPlace place, CertificateType type, Supplier<T> step) {
    T taken;
    try {
      taken = access.call(place, step);
    } finally {
      pins.wipe(place.receptionNumber(), type);
    }
    faults.clear(place.receptionNumber());
    return taken;
  }

  /** Nothing of the case is open: its applicant is told, and its reader is free. */
  void letGo(String receptionNumber, Face face, List<CertificateType> types) {
    leases.ofCase(receptionNumber).ifPresent(lease -> finished.note(lease.terminal(), face, types));
    leases.release(receptionNumber);
  }
}
