package jp.madoguchi.cardwriting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jp.madoguchi.agent.card.CardKind;
import jp.madoguchi.agent.card.CardStore;
import jp.madoguchi.agent.card.KeySource;
import jp.madoguchi.agent.card.Personalisation;
import jp.madoguchi.agent.card.VirtualCard;
import jp.madoguchi.cardwriting.jpa.CardWritingRepository;
import jp.madoguchi.cardwriting.jpa.PinSettingRepository;
import jp.madoguchi.issuance.CertificateOrder;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateSubject;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.CertificationAuthority;
import jp.madoguchi.issuance.ChosenSettings;
import jp.madoguchi.issuance.IssuedCertificate;
import jp.madoguchi.issuance.IssuersAtDesk;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.issuance.TestAuthority;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.resident.Sex;
import jp.madoguchi.resident.jpa.EmbeddedResidentRegister;
import jp.madoguchi.terminal.Answer;
import jp.madoguchi.terminal.ApplicationId;
import jp.madoguchi.terminal.BreachBook;
import jp.madoguchi.terminal.CommandApdu;
import jp.madoguchi.terminal.ReaderLeases;
import jp.madoguchi.terminal.ReaderSessions;
import jp.madoguchi.terminal.TerminalBell;
import jp.madoguchi.terminal.Terminals;
import jp.madoguchi.terminal.jpa.LeaseRepository;
import jp.madoguchi.terminal.jpa.TerminalRepository;
import jp.madoguchi.testing.BoundEntityManager;
import jp.madoguchi.testing.KeysFromPrimes;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.transaction.NewTransaction;

/**
 * A whole counter but for the server around it: real tables, real authorities, virtual cards. What
 * is in memory can be lost as by a restart.
 */
final class Counter {

  static final String SIGNATURE_PIN = "ABC123";
  static final String AUTHENTICATION_PIN = "4711";
  static final List<CertificateType> BOTH =
      List.of(CertificateType.USER_AUTHENTICATION, CertificateType.SIGNATURE);

  private static final KeySource CARD_KEYS = KeysFromPrimes.shared();
  private static final AtomicInteger NEXT = new AtomicInteger(1);

  final BoundEntityManager database = new BoundEntityManager();
  final MovableClock clock = new MovableClock("2026-11-24T10:00");
  final RecordedActs acts = new RecordedActs();
  final ScriptedProcess process = new ScriptedProcess();
  final ScriptedPinProcess pinProcess = new ScriptedPinProcess();
  final Away authority = new Away();
  final WaitingApplicant applicant = new WaitingApplicant();
  private final Map<String, AgentAtCounter> agents = new HashMap<>();
  private final ChosenSettings settings =
      new ChosenSettings().with("card.master-key", "000102030405060708090A0B0C0D0E0F");
  private final TestAuthority.Desk desk;
  private final int batchSize;
  private final String name = "W" + NEXT.getAndIncrement();
  private int transactions;
  private int interrupted = -1;
  private Ending how;
  ReaderSessions sessions;
  ReaderLeases leases;
  PinVault pins;
  CardWriting writing;
  CustomerScreen screen;
  WritingJournal journal;
  WritingMilestones milestones;
  WritingView view;
  WritingFaults faults;
  PinJournal pinJournal;
  PinSettings pinSettings;

  Counter() {
    this(250);
  }

  /**
   * @param batchSize the most commands that go to a terminal in one exchange
   */
  Counter(int batchSize) {
    this.batchSize = batchSize;
    desk =
        inTransaction(
            () -> TestAuthority.shared().desk(database.entityManager(), "2026-11-24T10:00"));
    restart();
  }

  /** Everything that is in memory is lost; tables and the process's state stay. */
  void restart() {
    CardWritingRepository rows = new CardWritingRepository(database.entityManager());
    journal = new WritingJournal(rows, authority, clock, acts);
    leases = new ReaderLeases(new LeaseRepository(database.entityManager()), clock, settings);
    pins = new PinVault(clock);
    faults = new WritingFaults(clock);
    FinishedWritings finished = new FinishedWritings(clock);
    NewTransaction transaction = new Committing();
    DiversifiedKeys keys = new DiversifiedKeys(new MasterKey(settings));
    CardAccess access = new CardAccess(transaction, leases, keys);
    LastSteps last = new LastSteps(access, leases, pins, faults, finished);
    milestones =
        new WritingMilestones(
            transaction,
            journal,
            process,
            certificate ->
                IssuersAtDesk.certificate(
                    desk, certificate.type(), PublishedIssuers.keyId(certificate.der())),
            access,
            faults,
            last);
    TerminalBell bell = new SilentBell();
    PinSettingRepository settingRows = new PinSettingRepository(database.entityManager());
    pinJournal = new PinJournal(settingRows, rows, clock, acts);
    PinMilestones pinMilestones =
        new PinMilestones(transaction, pinJournal, pinProcess, access, faults, last);
    CardWritingWork work =
        new CardWritingWork(
            List.of(new WritingCases(milestones, pins), new PinCases(pinMilestones, pins)),
            access,
            faults,
            bell);
    sessions = new ReaderSessions(List.of(work), new BreachBook(acts, clock), clock, batchSize);
    FormerCertificates former = new FormerCertificates(journal, desk.certificates, clock);
    EmbeddedResidentRegister register = new EmbeddedResidentRegister(database.entityManager());
    view = new WritingView(journal, leases, sessions, pins, faults, former, register, clock);
    AwaitedPins awaited = new AwaitedPins(new PinKeys(clock), pins, acts);
    writing = new CardWriting(journal, leases, awaited, view, bell);
    PinSettingView pinView = new PinSettingView(pinJournal, pinProcess, leases, view, faults, pins);
    pinSettings = new PinSettings(pinJournal, leases, awaited, pinView, view, faults, bell, acts);
    screen =
        new CustomerScreen(
            leases,
            finished,
            awaited,
            List.of(
                new PinSettingAtScreen(pinJournal, pinView, pinProcess, bell),
                new WritingAtScreen(view, List.of(applicant), bell)));
    agents.values().forEach(agent -> agent.connectTo(sessions));
  }

  AgentAtCounter agentAt(String terminal) {
    return agents.computeIfAbsent(
        terminal,
        id -> {
          inTransaction(() -> registered(id));
          return new AgentAtCounter(name + id, sessions);
        });
  }

  /** The terminal's own name in the tables, which all tests share. */
  String terminal(String id) {
    return name + id;
  }

  private String registered(String id) {
    Terminals terminals = new Terminals(new TerminalRepository(database.entityManager()), clock);
    terminals.add(name + id, id);
    return name + id;
  }

  /** A case of this card's holder that wants both certificates and has its PINs. */
  String aCaseFor(VirtualCard card) {
    return aCaseFor(card, BOTH);
  }

  String aCaseFor(VirtualCard card, List<CertificateType> types) {
    String receptionNumber = "R8-" + name + "-" + NEXT.getAndIncrement();
    begin(receptionNumber, card, types, "T1");
    enterPins(receptionNumber, types);
    return receptionNumber;
  }

  void begin(
      String receptionNumber, VirtualCard card, List<CertificateType> types, String terminal) {
    agentAt(terminal);
    List<TypeOrder> orders =
        types.stream()
            .map(type -> new TypeOrder(type, holder(card), LocalDate.of(2031, 2, 17)))
            .toList();
    WritingOrder order =
        new WritingOrder(receptionNumber, holder(card).residentId(), card.serial(), orders);
    inTransaction(
        () -> {
          writing.begin(order, name + terminal);
          return null;
        });
  }

  void enterPins(String receptionNumber, List<CertificateType> types) {
    for (CertificateType type : types) {
      pins.put(receptionNumber, type, pinOf(type));
    }
  }

  /** The PINs that the applicant's screen of this terminal asks for. */
  List<CertificateType> pinsAskedAt(String terminal) {
    CustomerView seen = inTransaction(() -> screen.see(name + terminal));
    return seen.state() == CustomerView.Face.PINS ? seen.types() : List.of();
  }

  static byte[] pinOf(CertificateType type) {
    String pin = type == CertificateType.SIGNATURE ? SIGNATURE_PIN : AUTHENTICATION_PIN;
    return pin.getBytes(StandardCharsets.US_ASCII);
  }

  VirtualCard aCard() {
    return aCard(CardKind.MY_NUMBER);
  }

  VirtualCard aCard(CardKind kind) {
    return VirtualCard.inMemory(personalised(kind), CARD_KEYS);
  }

  /** The card that a personalisation describes, with power, as its memory was left. */
  static VirtualCard powered(Personalisation personalisation, CardStore memory) {
    try {
      return new VirtualCard(personalisation, memory, CARD_KEYS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Personalisation personalised(CardKind kind) {
    String serial = "%015d".formatted(System.nanoTime() % 1_000_000_000_000_000L);
    DiversifiedKeys keys = new DiversifiedKeys(new MasterKey(settings));
    HexFormat hex = HexFormat.of();
    return new Personalisation(
        kind,
        serial,
        "14212",
        "20310217",
        "1234",
        "見本\u3000一郎",
        "神奈川県厚木市見本町三丁目17番17号",
        "19800217",
        "1",
        "1234",
        new Personalisation.IssuingKeys(
            hex.formatHex(keys.encryptionKey(serial)),
            hex.formatHex(keys.authenticationKey(serial))));
  }

  private static CertificateSubject holder(VirtualCard card) {
    return new CertificateSubject(
        Long.parseLong(card.serial()),
        "見本\u3000一郎",
        LocalDate.of(1980, 2, 17),
        Sex.MALE,
        "神奈川県厚木市見本町三丁目17番17号");
  }

  List<CertificateStatus> certificatesOfHolder(VirtualCard card) {
    return inTransaction(() -> desk.certificates.ofResident(Long.parseLong(card.serial())));
  }

  /** The type of each valid certificate; a type that stands there twice is valid twice. */
  @SuppressWarnings("unchecked")
  List<CertificateType> validTypesOf(VirtualCard card) {
    List<String> types =
        inTransaction(
            () ->
                database
                    .entityManager()
                    .createNativeQuery(
                        "select type from madoguchi.certificate"
                            + " where resident_id = ?1 and state = 'VALID'")
                    .setParameter(1, Long.parseLong(card.serial()))
                    .getResultList());
    return types.stream().map(CertificateType::valueOf).toList();
  }

  List<CertificateStatus> certificatesOfCase(String receptionNumber) {
    return inTransaction(() -> desk.certificates.ofReception(receptionNumber));
  }

  byte[] certificate(CertificateSerialNumber serial) {
    return inTransaction(() -> desk.certificates.issued(serial).orElseThrow().der());
  }

  List<CertificateWriting> writings(String receptionNumber) {
    return inTransaction(() -> journal.ofCase(receptionNumber));
  }

  WritingStatus state(String receptionNumber) {
    return inTransaction(() -> writing.state(receptionNumber));
  }

  CardKeys keysOf(VirtualCard card) {
    DiversifiedKeys keys = new DiversifiedKeys(new MasterKey(settings));
    return new CardKeys(keys.encryptionKey(card.serial()), keys.authenticationKey(card.serial()));
  }

  /** Another issuing system with the same keys stages a key in place of the one that waits. */
  void stageAnotherKey(VirtualCard card) {
    byte[] challenge = new byte[8];
    card.reset();
    card.transmit(CommandApdu.selectApplication(ApplicationId.JPKI).bytes());
    byte[] answer = card.transmit(SecureChannel.initializeUpdate(challenge).bytes());
    SecureChannel channel =
        SecureChannel.open(keysOf(card), challenge, Answer.parse(HexFormat.of().formatHex(answer)));
    card.transmit(channel.externalAuthenticate().bytes());
    CommandApdu key = IssuingCommands.makeKey(CardSlot.USER_AUTHENTICATION, TransactionId.random());
    card.transmit(channel.wrap(key).bytes());
  }

  void wait(Duration duration) {
    clock.moveTo(clock.now().plus(duration).toLocalDateTime().toString());
  }

  <T> T inTransaction(Supplier<T> work) {
    Map<String, Boolean> before = new HashMap<>(process.waitsForActivation);
    String pinStep = pinProcess.step;
    try {
      return database.inNewTransaction(work);
    } catch (RuntimeException | Error e) {
      process.waitsForActivation.clear();
      process.waitsForActivation.putAll(before);
      pinProcess.step = pinStep;
      throw e;
    }
  }

  /** How a transaction of the writing ends when something happens to server or database. */
  enum Ending {
    /** The server is killed when the work is done and not committed. */
    KILLED_BEFORE_COMMIT,
    /** The server is killed when the work is committed and before it does anything with it. */
    KILLED_AFTER_COMMIT,
    /** The database goes away while it commits: it did, and the server hears that it failed. */
    COMMITTED_AND_NOT_TOLD,
    /** The database is away. */
    DATABASE_AWAY;

    boolean killsServer() {
      return this == KILLED_BEFORE_COMMIT || this == KILLED_AFTER_COMMIT;
    }
  }

  /** The server's process is no more; {@link #restart()} begins a new one. */
  static final class ServerKilled extends Error {}

  /** One of the writing's next transactions, beginning with 1, ends in this way. */
  void interrupt(Ending ending, int transaction) {
    interrupted = transactions + transaction;
    how = ending;
  }

  /** How many transactions the writing had; reading is one too. */
  int transactions() {
    return transactions;
  }

  /** A transaction of its own; the process's state is rolled back with it, as the engine's is. */
  private final class Committing extends NewTransaction {
    @Override
    public <T> T call(Supplier<T> work) {
      Ending ending = ++transactions == interrupted ? how : null;
      if (ending == Ending.DATABASE_AWAY) {
        throw new IllegalStateException("the database is away");
      }
      T result =
          inTransaction(
              () -> {
                T done = work.get();
                if (ending == Ending.KILLED_BEFORE_COMMIT) {
                  throw new ServerKilled();
                }
                return done;
              });
      if (ending == Ending.KILLED_AFTER_COMMIT) {
        throw new ServerKilled();
      }
      if (ending == Ending.COMMITTED_AND_NOT_TOLD) {
        throw new IllegalStateException("the database went away");
      }
      return result;
    }

    @Override
    public <T> T look(Supplier<T> work) {
      return call(work);
    }
  }

  /** Waits for the staged key, signs, waits for the activation, publishes, and so on. */
  final class ScriptedProcess implements WritingProcess {

    private final Map<String, Boolean> waitsForActivation = new HashMap<>();
    final List<String> told = new ArrayList<>();

    @Override
    public void keyStaged(String receptionNumber) {
      proceed(receptionNumber, false);
      told.add("key staged");
      writing.sign(receptionNumber);
    }

    @Override
    public void active(String receptionNumber) {
      proceed(receptionNumber, true);
      told.add("active");
      writing.publish(receptionNumber);
    }

    private void proceed(String receptionNumber, boolean fromActivation) {
      if (waitsForActivation.getOrDefault(receptionNumber, false) != fromActivation) {
        throw new IllegalStateException("The process does not wait for this");
      }
      waitsForActivation.put(receptionNumber, !fromActivation);
    }
  }

  /** A PIN case as its diagram leads it, where papers are checked at once. */
  final class ScriptedPinProcess implements PinProcess {

    /** The diagram's step that the one case of a test is at. */
    String step = "enter-pins";

    @Override
    public boolean waitsForPins(String caseNumber) {
      return step.equals("enter-pins");
    }

    @Override
    public void pinsEntered(String caseNumber) {
      step = "set-pins";
      pinSettings.begin(caseNumber);
    }

    @Override
    public void locked(String caseNumber) {
      pinSettings.turnToReset(caseNumber);
      step = "check-papers";
    }

    @Override
    public void allSet(String caseNumber) {
      if (!step.equals("set-pins")) {
        throw new IllegalStateException("The process does not wait for this");
      }
      step = "hand-over";
    }
  }

  /** The real authority, which can be out of service. */
  final class Away implements CertificationAuthority {

    boolean away;

    /** It works on what it was asked for, as another authority may for hours. */
    boolean working;

    final List<RSAPublicKey> asked = new ArrayList<>();
    Runnable meanwhile = () -> {};
    final List<RevocationReason> revocations = new ArrayList<>();

    @Override
    public java.util.Optional<java.time.ZonedDateTime> awayUntil() {
      return desk.authority.awayUntil();
    }

    @Override
    public CertificateSerialNumber plan(CertificateOrder order) {
      asked.add(order.key());
      if (working) {
        throw Problem.unavailable("authority-waiting").asException();
      }
      return desk.authority.plan(order);
    }

    @Override
    public IssuedCertificate issue(CertificateSerialNumber serial) {
      if (away) {
        throw Problem.unavailable("authority-away", "12:00").asException();
      }
      meanwhile.run();
      return desk.authority.issue(serial);
    }

    @Override
    public void publish(CertificateSerialNumber serial) {
      desk.authority.publish(serial);
    }

    @Override
    public void revoke(CertificateSerialNumber serial, RevocationReason reason) {
      desk.authority.revoke(serial, reason);
    }

    @Override
    public boolean revokeIfLive(CertificateSerialNumber serial, RevocationReason reason) {
      return desk.authority.revokeIfLive(serial, reason);
    }

    @Override
    public void abandon(CertificateSerialNumber serial) {
      desk.authority.abandon(serial);
    }

    @Override
    public void withdraw(String receptionNumber, CertificateType type) {
      desk.authority.withdraw(receptionNumber, type);
    }
  }

  /** A case that waits for the PINs of both certificates, or does not. */
  static final class WaitingApplicant implements ApplicantCase {

    boolean waits;
    boolean byReply;
    final List<String> told = new ArrayList<>();

    @Override
    public List<CertificateType> types(String receptionNumber) {
      return BOTH;
    }

    @Override
    public Optional<String> card(String receptionNumber) {
      return Optional.empty();
    }

    @Override
    public boolean pinsComeByReply(String receptionNumber) {
      return byReply;
    }

    @Override
    public boolean waitsForPins(String receptionNumber) {
      return waits;
    }

    @Override
    public void pinsEntered(String receptionNumber) {
      waits = false;
      told.add(receptionNumber);
    }
  }

  private static final class SilentBell implements TerminalBell {
    @Override
    public void ring(String terminal) {
      // the tests' agents ask again by themselves
    }

    @Override
    public void ringAfter(String terminal, Duration delay) {
      // the tests' agents ask again by themselves
    }
  }
}
