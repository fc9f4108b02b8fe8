package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.madoguchi.cardwriting.WritingJournal.Settlement;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.IssuedCertificate;
import jp.madoguchi.terminal.ReaderLeases;

/**
 * The steps of the journal as the dialogue with the card takes them, each in a transaction of its
 * own that is committed when the method returns. A step is refused once the case has its reader
 * elsewhere: what a terminal that was cut off tells late must not change what another one has
 * written meanwhile.
 */
@ApplicationScoped
public class WritingMilestones {

  private final NewTransaction transaction;
  private final WritingJournal journal;
  private final WritingProcess process;
  private final IssuerCertificates issuers;
  private final ReaderLeases leases;
  private final PinVault pins;
  private final WritingFaults faults;
  private final FinishedWritings finished;

  /** What goes onto the card for one certificate. */
  record Material(byte[] certificate, byte[] issuer) {}

  protected WritingMilestones() {
    this(null, null, null, null, null, null, null, null);
  }

  @Inject
  public WritingMilestones(
      NewTransaction transaction,
      WritingJournal journal,
      WritingProcess process,
      IssuerCertificates issuers,
      ReaderLeases leases,
      PinVault pins,
      WritingFaults faults,
      FinishedWritings finished) {
    this.transaction = transaction;
    this.journal = journal;
    this.process = process;
    this.issuers = issuers;
    this.leases = leases;
    this.pins = pins;
    this.faults = faults;
    this.finished = finished;
  }

  /** What is still open of the case, first things first. */
  List<CertificateWriting> open(String receptionNumber) {
    return transaction.look(
        () -> journal.ofCase(receptionNumber).stream().filter(CertificateWriting::isOpen).toList());
  }

  /** The case that waits for this card and may be written at this terminal. */
  Optional<String> caseFor(String cardSerial, String terminal) {
    return transaction.look(
        () -> journal.openCaseOfCard(cardSerial).filter(found -> isFree(terminal, found)));
  }

  private boolean isFree(String terminal, String receptionNumber) {
    return leases
        .ofTerminal(terminal)
        .filter(lease -> !lease.receptionNumber().equals(receptionNumber))
        .isEmpty();
  }

  /** The card has proven itself here: the case's lease comes here, or is extended. */
  boolean claim(String terminal, String receptionNumber) {
    return transaction.call(() -> leases.take(terminal, receptionNumber));
  }

  /** Whether the case has its reader at this terminal. */
  boolean isAt(String terminal, String receptionNumber) {
    return transaction.look(() -> holds(terminal, receptionNumber));
  }

  /** Fails when the case has its reader elsewhere, or none. */
  void requireReader(WritingPlace place) {
    if (!isAt(place.terminal(), place.receptionNumber())) {
      throw new WrittenElsewhereException();
    }
  }

  private boolean holds(String terminal, String receptionNumber) {
    return leases
        .ofCase(receptionNumber)
        .filter(lease -> lease.terminal().equals(terminal))
        .isPresent();
  }

  void requestKey(WritingPlace place, CertificateWriting writing) {
    run(place, () -> journal.requestKey(writing.receptionNumber(), writing.type()));
  }

  /** Proof checked, key known, certificate planned. */
  void keyKnown(WritingPlace place, CertificateWriting writing, RSAPublicKey key) {
    journal.askingAuthority(
        writing.receptionNumber(),
        () ->
            call(
                place,
                () -> {
                  journal.keyKnown(writing.receptionNumber(), writing.type(), key);
                  return null;
                }));
  }

  void keyRefused(WritingPlace place, CertificateWriting writing) {
    run(place, () -> journal.keyRefused(writing.receptionNumber(), writing.type()));
  }

  Settlement settle(WritingPlace place, CardJournal card) {
    return call(place, () -> journal.settle(place.receptionNumber(), card));
  }

  /**
   * Has the certificate signed unless it is, and notes that its activation, and the making of the
   * next key, will be sent.
   */
  Material beforeActivation(
      WritingPlace place, CertificateWriting writing, Optional<CertificateWriting> next) {
    faults.switchIsSent(writing.receptionNumber());
    return journal.askingAuthority(
        writing.receptionNumber(), () -> call(place, () -> activating(writing, next)));
  }

  /** As far as the terminal tells, the card never got the switch that was on its way. */
  void switchNotSent(String receptionNumber) {
    faults.noteSwitchNotSent(receptionNumber);
  }

  private Material activating(CertificateWriting writing, Optional<CertificateWriting> next) {
    if (writing.state() == WritingState.KEY_KNOWN) {
      haveSigned(writing);
    }
    String receptionNumber = writing.receptionNumber();
    journal.activationSent(receptionNumber, writing.type());
    next.ifPresent(other -> journal.requestKey(receptionNumber, other.type()));
    IssuedCertificate certificate = journal.certificate(receptionNumber, writing.type());
    return new Material(certificate.der(), issuers.issuerOf(certificate));
  }

  /** A second key after a lost one is not announced: the process waits for the activation. */
  private void haveSigned(CertificateWriting writing) {
    String receptionNumber = writing.receptionNumber();
    if (journal.processIsPastSigning(receptionNumber, writing.type())) {
      journal.sign(receptionNumber);
    } else {
      process.keyStaged(receptionNumber);
    }
  }

  /** What the card should hold, to compare it with. */
  Material material(CertificateWriting writing) {
    return transaction.call(
        () -> {
          IssuedCertificate certificate =
              journal.certificate(writing.receptionNumber(), writing.type());
          return new Material(certificate.der(), issuers.issuerOf(certificate));
        });
  }

  /**
   * The card uses the certificate: published, and the case goes on. Its PIN is on the card and of
   * no more use, whether or not the database says that it keeps the rest.
   */
  void active(WritingPlace place, CertificateWriting writing) {
    String receptionNumber = writing.receptionNumber();
    try {
      run(
          place,
          () -> {
            CertificateType type = writing.type();
            journal.active(receptionNumber, type);
            process.active(receptionNumber);
            requirePublished(receptionNumber, type);
            letGoWhenDone(receptionNumber);
          });
    } finally {
      pins.wipe(receptionNumber, writing.type());
    }
    faults.clear(receptionNumber);
  }

  private void letGoWhenDone(String receptionNumber) {
    List<CertificateWriting> all = journal.ofCase(receptionNumber);
    if (all.stream().noneMatch(CertificateWriting::isOpen)) {
      List<CertificateType> types = all.stream().map(CertificateWriting::type).toList();
      leases.ofCase(receptionNumber).ifPresent(lease -> finished.note(lease.terminal(), types));
      leases.release(receptionNumber);
    }
  }

  private void requirePublished(String receptionNumber, CertificateType type) {
    boolean published =
        journal.ofCase(receptionNumber).stream()
            .anyMatch(writing -> writing.type() == type && writing.publishedAt().isPresent());
    if (!published) {
      throw new IllegalStateException("The process did not publish what is in use");
    }
  }

  private void run(WritingPlace place, Runnable work) {
    call(
        place,
        () -> {
          work.run();
          return null;
        });
  }

  private <T> T call(WritingPlace place, Supplier<T> work) {
    return transaction.call(
        () -> {
          if (!holds(place.terminal(), place.receptionNumber())) {
            throw new WrittenElsewhereException();
          }
          return work.get();
        });
  }
}
