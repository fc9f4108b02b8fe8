package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.terminal.CardAtReader;
import jp.madoguchi.terminal.Lease;
import jp.madoguchi.terminal.ReaderLeases;
import jp.madoguchi.terminal.ReaderSessions;

/** Puts together, from journal, reader and PINs, how a writing stands. */
@ApplicationScoped
public class WritingView {

  private final WritingJournal journal;
  private final ReaderLeases leases;
  private final ReaderSessions sessions;
  private final PinVault pins;
  private final WritingFaults faults;
  private final OfficeClock clock;

  protected WritingView() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public WritingView(
      WritingJournal journal,
      ReaderLeases leases,
      ReaderSessions sessions,
      PinVault pins,
      WritingFaults faults,
      OfficeClock clock) {
    this.journal = journal;
    this.leases = leases;
    this.sessions = sessions;
    this.pins = pins;
    this.faults = faults;
    this.clock = clock;
  }

  public WritingStatus of(String receptionNumber) {
    // The lease first: the last certificate's commit ends it, and an open writing of before that
    // would then seem to have lost its terminal.
    Optional<String> terminal = leases.ofCase(receptionNumber).map(Lease::terminal);
    List<CertificateWriting> all = journal.ofCase(receptionNumber);
    Optional<WritingFault> fault =
        all.stream()
            .filter(CertificateWriting::isOpen)
            .findFirst()
            .flatMap(first -> fault(first, terminal));
    return new WritingStatus(
        receptionNumber, terminal, all.stream().map(WritingStatus.Line::of).toList(), fault);
  }

  /** The certificates that cannot be written for want of a PIN. */
  List<CertificateType> pinsMissing(String receptionNumber) {
    return journal.ofCase(receptionNumber).stream()
        .filter(this::needsPin)
        .map(CertificateWriting::type)
        .toList();
  }

  private boolean needsPin(CertificateWriting writing) {
    return !writing.state().isOver()
        && writing.state() != WritingState.ACTIVATION_SENT
        && !pins.has(writing.receptionNumber(), writing.type());
  }

  private Optional<WritingFault> fault(CertificateWriting first, Optional<String> terminal) {
    if (terminal.isEmpty()) {
      return Optional.of(WritingFault.NO_TERMINAL);
    }
    CardAtReader reader = sessions.at(terminal.get());
    if (reader.isSilent(clock.instant())) {
      return Optional.of(WritingFault.NO_TERMINAL);
    }
    if (reader.otherVersion()) {
      return Optional.of(WritingFault.AGENT_VERSION);
    }
    return switch (reader.reader().state()) {
      case NONE -> Optional.of(WritingFault.NO_READER);
      case EMPTY -> Optional.of(missingCard(first));
      case CARD -> faultWithCard(first, reader);
    };
  }

  private static WritingFault missingCard(CertificateWriting first) {
    boolean begun = first.state() != WritingState.PLANNED;
    return begun ? WritingFault.CARD_TORN : WritingFault.NO_CARD;
  }

  private Optional<WritingFault> faultWithCard(CertificateWriting first, CardAtReader reader) {
    if (reader.unknownCard()) {
      return Optional.of(WritingFault.CARD_UNKNOWN);
    }
    if (reader.busy() || reader.identity().isEmpty()) {
      return Optional.empty();
    }
    if (!reader.holds(first.cardSerial())) {
      return Optional.of(WritingFault.WRONG_CARD);
    }
    boolean pinMissing =
        first.state() != WritingState.ACTIVATION_SENT
            && !pins.has(first.receptionNumber(), first.type());
    return pinMissing ? Optional.of(WritingFault.PIN_NEEDED) : faults.last(first.receptionNumber());
  }
}
