package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.cardwriting.CustomerView.Face;
import jp.madoguchi.cardwriting.WritingJournal.Settlement;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.IssuedCertificate;
import jp.madoguchi.transaction.NewTransaction;

/**
 * The steps of the journal as the dialogue with the card takes them, each in a transaction of its
 * own that is committed when the method returns. A step is refused once the case has its reader
 * elsewhere.
 */
@ApplicationScoped
public class WritingMilestones {

  private final NewTransaction transaction;
  private final WritingJournal journal;
  private final WritingProcess process;
  private final IssuerCertificates issuers;
  private final CardAccess access;
  private final WritingFaults faults;
  private final LastSteps last;

  /** What goes onto the card for one certificate. */
  record Material(byte[] certificate, byte[] issuer) {}

  protected WritingMilestones() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  public WritingMilestones(
      NewTransaction transaction,
      WritingJournal journal,
      WritingProcess process,
      IssuerCertificates issuers,
      CardAccess access,
      WritingFaults faults,
      LastSteps last) {
    this.transaction = transaction;
    this.journal = journal;
    this.process = process;
    this.issuers = issuers;
    this.access = access;
    this.faults = faults;
    this.last = last;
  }

  /** What is still open of the case, first things first. */
  List<CertificateWriting> open(String receptionNumber) {
    return transaction.look(() -> openNow(receptionNumber));
  }

  private List<CertificateWriting> openNow(String receptionNumber) {
    return journal.ofCase(receptionNumber).stream().filter(CertificateWriting::isOpen).toList();
  }

  /** The case that waits for this card and may be written at this terminal. */
  Optional<String> caseFor(String cardSerial, String terminal) {
    return transaction.look(
        () -> journal.openCaseOfCard(cardSerial).filter(found -> access.isFree(terminal, found)));
  }

  /** Fails when the case has its reader elsewhere, or none. */
  void requireReader(WritingPlace place) {
    access.requireReader(place);
  }

  void requestKey(WritingPlace place, CertificateWriting writing) {
    access.run(place, () -> journal.requestKey(writing.receptionNumber(), writing.type()));
  }

  /**
   * Proof checked, key known, certificate planned.
   *
   * @return what is open of the case from now on
   */
  List<CertificateWriting> keyKnown(
      WritingPlace place, CertificateWriting writing, RSAPublicKey key) {
    return journal.askingAuthority(
        writing.receptionNumber(),
        () ->
            access.call(
                place,
                () -> {
                  journal.keyKnown(writing.receptionNumber(), writing.type(), key);
                  return openNow(writing.receptionNumber());
                }));
  }

  void keyRefused(WritingPlace place, CertificateWriting writing) {
    access.run(place, () -> journal.keyRefused(writing.receptionNumber(), writing.type()));
  }

  Settlement settle(WritingPlace place, CardJournal card) {
    return access.call(place, () -> journal.settle(place.receptionNumber(), card));
  }

  /**
   * Has the certificate signed unless it is, and notes that its activation, and the making of the
   * next key, will be sent.
   */
  Material beforeActivation(
      WritingPlace place, CertificateWriting writing, Optional<CertificateWriting> next) {
    faults.switchIsSent(writing.receptionNumber());
    return journal.askingAuthority(
        writing.receptionNumber(), () -> access.call(place, () -> activating(writing, next)));
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
   * The card uses the certificate: published, and the case goes on.
   *
   * @return what is open of the case from now on
   */
  List<CertificateWriting> active(WritingPlace place, CertificateWriting writing) {
    String receptionNumber = writing.receptionNumber();
    CertificateType type = writing.type();
    return last.take(
        place,
        type,
        () -> {
          journal.active(receptionNumber, type);
          process.active(receptionNumber);
          requirePublished(receptionNumber, type);
          letGoWhenDone(receptionNumber);
          return openNow(receptionNumber);
        });
  }

  private void letGoWhenDone(String receptionNumber) {
    List<CertificateWriting> all = journal.ofCase(receptionNumber);
    if (all.stream().noneMatch(CertificateWriting::isOpen)) {
      last.letGo(receptionNumber, Face.DONE, all.stream().map(CertificateWriting::type).toList());
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
}
