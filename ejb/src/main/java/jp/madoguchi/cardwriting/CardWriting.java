package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.madoguchi.terminal.ReaderLeases;
import jp.madoguchi.terminal.TerminalBell;

/**
 * The writing of certificates onto a case's card, as the case's process uses it. Everything takes
 * part in the caller's transaction; the card is asked only after that is committed.
 */
@ApplicationScoped
public class CardWriting {

  private final WritingJournal journal;
  private final ReaderLeases leases;
  private final AwaitedPins pins;
  private final WritingView view;
  private final TerminalBell bell;

  protected CardWriting() {
    this(null, null, null, null, null);
  }

  @Inject
  public CardWriting(
      WritingJournal journal,
      ReaderLeases leases,
      AwaitedPins pins,
      WritingView view,
      TerminalBell bell) {
    this.journal = journal;
    this.leases = leases;
    this.pins = pins;
    this.view = view;
    this.bell = bell;
  }

  /**
   * Begins to write as soon as the card lies on this terminal's reader and the PINs are there. The
   * same order again goes on where it stands, also at another terminal.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code reader-taken}, {@code
   *     card-being-written}, {@code writing-for-other-card}
   */
  public void begin(WritingOrder order, String terminal) {
    leases.require(terminal, order.receptionNumber());
    journal.plan(order);
    bell.ring(terminal);
  }

  /** Signs the certificate whose key is known; called by the process, which was told of the key. */
  public void sign(String receptionNumber) {
    journal.sign(receptionNumber);
  }

  /** Publishes the certificate that is in use; called by the process, which was told of it. */
  public void publish(String receptionNumber) {
    journal.publish(receptionNumber);
  }

  /** Whether another certificate of the case is still to be written. */
  public boolean more(String receptionNumber) {
    return journal.ofCase(receptionNumber).stream().anyMatch(CertificateWriting::isOpen);
  }

  /** How it stands, for the screens; without certificates before it begins. */
  public WritingStatus state(String receptionNumber) {
    return view.of(receptionNumber);
  }

  /** The writings that do not go on for another reason than the applicant's ordinary part. */
  public List<WritingStatus> stuck(int limit) {
    return journal.openCases(limit).stream()
        .map(view::of)
        .filter(one -> one.fault().filter(fault -> !fault.ordinary()).isPresent())
        .toList();
  }

  /** The certificates of the case, in the order in which they are written. */
  public List<CertificateWriting> certificates(String receptionNumber) {
    return journal.ofCase(receptionNumber);
  }

  /** Lets go of the reader and forgets the PINs; the writing itself can go on later. */
  public void release(String receptionNumber) {
    leases.release(receptionNumber);
    pins.forget(receptionNumber);
  }

  /**
   * Gives up what is not in use yet: keys on the card stay unused, certificates that were issued
   * for them are revoked.
   *
   * @return whether the case put nothing into use, so that its fee can be given back
   * @throws jp.madoguchi.problem.BusinessException {@code activation-unknown}
   */
  public boolean cancel(String receptionNumber) {
    journal.cancel(receptionNumber);
    release(receptionNumber);
    return journal.ofCase(receptionNumber).stream()
        .noneMatch(writing -> writing.state() == WritingState.ACTIVE);
  }
}
