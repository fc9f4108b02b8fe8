package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.resident.Card;
import jp.madoguchi.resident.CardKind;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.ResidentRegister;
import jp.madoguchi.terminal.CardAtReader;
import jp.madoguchi.terminal.CardIdentity;
import jp.madoguchi.terminal.Lease;
import jp.madoguchi.terminal.ReaderLeases;
import jp.madoguchi.terminal.ReaderSessions;
import jp.madoguchi.terminal.ReaderState;

/** Puts together, from journal, reader and PINs, how a writing stands. */
@ApplicationScoped
public class WritingView {

  /** After which the screens say that somebody keeps them waiting. */
  private static final Duration AUTHORITY_PATIENCE = Duration.ofSeconds(3);

  /** The card makes a key in this time. */
  private static final Duration CARD_PATIENCE = Duration.ofSeconds(20);

  private final WritingJournal journal;
  private final ReaderLeases leases;
  private final ReaderSessions sessions;
  private final PinVault pins;
  private final WritingFaults faults;
  private final FormerCertificates former;
  private final ResidentRegister register;
  private final OfficeClock clock;

  protected WritingView() {
    this(null, null, null, null, null, null, null, null);
  }

  @Inject
  public WritingView(
      WritingJournal journal,
      ReaderLeases leases,
      ReaderSessions sessions,
      PinVault pins,
      WritingFaults faults,
      FormerCertificates former,
      ResidentRegister register,
      OfficeClock clock) {
    this.journal = journal;
    this.leases = leases;
    this.sessions = sessions;
    this.pins = pins;
    this.faults = faults;
    this.former = former;
    this.register = register;
    this.clock = clock;
  }

  /**
   * How a writing stands, and its certificates as they were looked at for it.
   *
   * @param certificates none before it begins
   */
  record Look(WritingStatus status, List<CertificateWriting> certificates) {}

  public WritingStatus of(String receptionNumber) {
    return look(receptionNumber).status();
  }

  Look look(String receptionNumber) {
    // The lease first: the last certificate's commit ends it, and an open writing of before that
    // would then seem to have lost its terminal.
    Optional<String> terminal = leases.ofCase(receptionNumber).map(Lease::terminal);
    List<CertificateWriting> all = journal.ofCase(receptionNumber);
    ScreenState state = state(all, terminal);
    Optional<ZonedDateTime> authorityBack =
        state == WritingFault.AUTHORITY_AWAY ? journal.authorityBack() : Optional.empty();
    return new Look(
        new WritingStatus(receptionNumber, terminal, lines(all, state), state, authorityBack), all);
  }

  /** How it stands before the writing begins, at the reader where this card is awaited. */
  WritingStatus before(String receptionNumber, String terminal, String cardSerial) {
    return new WritingStatus(
        receptionNumber,
        Optional.of(terminal),
        List.of(),
        awaited(receptionNumber, terminal, cardSerial),
        Optional.empty());
  }

  /** Why no card can be recognised at this reader; empty: one is, or may be in a moment. */
  Optional<WritingStatus> unrecognised(String terminal) {
    CardAtReader reader = sessions.at(terminal);
    return unready(reader)
        .or(() -> reader.unknownCard() ? Optional.of(WritingFault.CARD_UNKNOWN) : Optional.empty())
        .or(
            () ->
                reader.reader().state() == ReaderState.EMPTY
                    ? Optional.of(WritingFault.NO_CARD)
                    : Optional.empty())
        .map(
            fault ->
                new WritingStatus("", Optional.of(terminal), List.of(), fault, Optional.empty()));
  }

  private ScreenState awaited(String receptionNumber, String terminal, String cardSerial) {
    if (terminal.isEmpty()) {
      return WritingFault.TERMINAL_NOT_CHOSEN;
    }
    CardAtReader reader = sessions.at(terminal);
    Optional<WritingFault> unready = unready(reader);
    if (unready.isPresent()) {
      return unready.get();
    }
    boolean taken =
        leases
            .ofTerminal(terminal)
            .filter(lease -> !lease.receptionNumber().equals(receptionNumber))
            .isPresent();
    if (taken) {
      return WritingFault.READER_TAKEN;
    }
    return switch (reader.reader().state()) {
      case NONE, EMPTY -> WritingFault.NO_CARD;
      case CARD ->
          reader.unknownCard()
              ? WritingFault.CARD_UNKNOWN
              : reader
                  .identity()
                  .map(card -> compared(card, cardSerial))
                  .orElse(CardCourse.CARD_READING);
    };
  }

  private ScreenState compared(CardIdentity card, String awaited) {
    return card.serial().equals(awaited) ? CardCourse.CARD_RIGHT : other(card);
  }

  /** Whose it is, is nobody's business; of which kind it is, helps to find the right one. */
  private WritingFault other(CardIdentity card) {
    boolean ofAnotherKind =
        CardSerial.read(card.serial())
            .flatMap(register::card)
            .map(Card::kind)
            .filter(kind -> kind != CardKind.MY_NUMBER)
            .isPresent();
    return ofAnotherKind ? WritingFault.OTHER_KIND : WritingFault.WRONG_CARD;
  }

  /** Whether the journal has the case: what it waits for, the journal says from then on. */
  boolean hasBegun(String receptionNumber) {
    return !journal.ofCase(receptionNumber).isEmpty();
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

  /** What the holder can use meanwhile is looked for only while somebody may want to know. */
  private List<WritingStatus.Line> lines(List<CertificateWriting> all, ScreenState state) {
    boolean told = state instanceof WritingFault;
    return all.stream()
        .map(one -> told ? WritingStatus.Line.of(one).with(inUse(one)) : WritingStatus.Line.of(one))
        .toList();
  }

  private InUse inUse(CertificateWriting writing) {
    return InUse.of(
        writing, former.stillWork(writing), faults.switchNotSent(writing.receptionNumber()));
  }

  private ScreenState state(List<CertificateWriting> all, Optional<String> terminal) {
    if (all.isEmpty()) {
      return CardCourse.NOT_BEGUN;
    }
    Optional<CertificateWriting> open = all.stream().filter(CertificateWriting::isOpen).findFirst();
    if (open.isEmpty()) {
      boolean done = all.stream().allMatch(one -> one.state() == WritingState.ACTIVE);
      return done ? CardCourse.DONE : CardCourse.GIVEN_UP;
    }
    CertificateWriting first = open.get();
    return atReader(
        terminal,
        first.cardSerial(),
        missingCard(first),
        reader -> atWork(first.receptionNumber(), reader),
        reader -> withCard(first, reader));
  }

  /**
   * How a case stands at its reader.
   *
   * @param terminal where the case has its reader; empty: nowhere any more
   * @param cardSerial the case's card
   * @param missing while no card lies there
   * @param atWork while the card is asked or told something
   * @param right once the case's card lies there
   */
  ScreenState atReader(
      Optional<String> terminal,
      String cardSerial,
      ScreenState missing,
      Function<CardAtReader, ScreenState> atWork,
      Function<CardAtReader, ScreenState> right) {
    if (terminal.isEmpty()) {
      return WritingFault.READER_RELEASED;
    }
    CardAtReader reader = sessions.at(terminal.get());
    Optional<WritingFault> unready = unready(reader);
    if (unready.isPresent()) {
      return unready.get();
    }
    if (reader.reader().state() != ReaderState.CARD) {
      return missing;
    }
    if (reader.unknownCard()) {
      return WritingFault.CARD_UNKNOWN;
    }
    if (reader.busy() || reader.identity().isEmpty()) {
      return atWork.apply(reader);
    }
    return reader.holds(cardSerial) ? right.apply(reader) : other(reader.identity().get());
  }

  private Optional<WritingFault> unready(CardAtReader reader) {
    if (reader.isSilent(clock.instant())) {
      return Optional.of(WritingFault.NO_TERMINAL);
    }
    if (reader.otherVersion()) {
      return Optional.of(WritingFault.AGENT_VERSION);
    }
    return reader.reader().state() == ReaderState.NONE
        ? Optional.of(WritingFault.NO_READER)
        : Optional.empty();
  }

  private static WritingFault missingCard(CertificateWriting first) {
    boolean begun = first.state() != WritingState.PLANNED;
    return begun ? WritingFault.CARD_TORN : WritingFault.NO_CARD;
  }

  private ScreenState withCard(CertificateWriting first, CardAtReader reader) {
    boolean pinMissing =
        first.state() != WritingState.ACTIVATION_SENT
            && !pins.has(first.receptionNumber(), first.type());
    return pinMissing
        ? WritingFault.PIN_NEEDED
        : faults
            .last(first.receptionNumber())
            .map(ScreenState.class::cast)
            .orElseGet(() -> atWork(first.receptionNumber(), reader));
  }

  private ScreenState atWork(String receptionNumber, CardAtReader reader) {
    Optional<Instant> asked = journal.authorityAskedSince(receptionNumber);
    if (asked.isPresent()) {
      return isLongAgo(asked.get(), AUTHORITY_PATIENCE)
          ? CardCourse.AUTHORITY_SLOW
          : CardCourse.GOING_ON;
    }
    boolean slow =
        reader.busy()
            && reader.lastSeen().filter(seen -> isLongAgo(seen, CARD_PATIENCE)).isPresent();
    return slow ? CardCourse.CARD_SLOW : CardCourse.GOING_ON;
  }

  private boolean isLongAgo(Instant moment, Duration patience) {
    return moment.plus(patience).isBefore(clock.instant());
  }
}
