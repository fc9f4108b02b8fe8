package jp.madoguchi.revocation;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import jp.madoguchi.approval.Approvals;
import jp.madoguchi.approval.Exceptions;
import jp.madoguchi.approval.jpa.JpaApprovals;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateOrder;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateSubject;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.ChosenSettings;
import jp.madoguchi.issuance.TestAuthority;
import jp.madoguchi.paper.Originals;
import jp.madoguchi.paper.jpa.JpaSeenPapers;
import jp.madoguchi.process.Decisions;
import jp.madoguchi.process.Processes;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.proxy.DocumentNumberHash;
import jp.madoguchi.proxy.ProxyBook;
import jp.madoguchi.proxy.jpa.JpaProxyRecords;
import jp.madoguchi.reception.jpa.JpaApplications;
import jp.madoguchi.resident.CardHeld;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.RecordChange;
import jp.madoguchi.resident.ResidentsChanged;
import jp.madoguchi.resident.ResidentsChanged.Change;
import jp.madoguchi.resident.Sex;
import jp.madoguchi.resident.jpa.EmbeddedResidentRegister;
import jp.madoguchi.resident.jpa.StoredCardHolds;
import jp.madoguchi.revocation.jpa.JpaCardLossBook;
import jp.madoguchi.revocation.jpa.JpaLapseBook;
import jp.madoguchi.revocation.jpa.JpaRequestBook;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.BareKey;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.StoredCase;
import jp.madoguchi.testing.TestDatabase;
import jp.madoguchi.workflow.CaseProcess;
import jp.madoguchi.workflow.StandaloneDecisionTables;

/**
 * Requests, lost cards and lapses on a real authority and a real database, with the processes
 * played by what the diagrams say.
 */
final class RevocationOffice implements CaseProcess {

  private static final Asker IN_PERSON = new Asker(Route.SELF, false, null);

  private static int cards;

  final TestAuthority.Desk desk;
  final EntityManager entities;
  final JpaRequestBook requests;
  final JpaCardLossBook book;
  final RequestCheck check;
  final Revocations revocations;
  final CardLosses losses;
  final Lapses lapses;
  final LapseBook lapseBook;
  final EmbeddedResidentRegister register;
  final StatusActs acts;
  final Originals originals;
  final Approvals approvals;
  final Exceptions exceptions;
  final RequestFile requestFile;
  final CardLossFile lossFile;
  final ProxyBook proxies;
  final FiredEvents<CardHeld> held = new FiredEvents<>();

  /** The lapses whose process was started. */
  final List<String> started = new ArrayList<>();

  final List<String> told = new ArrayList<>();
  private final StandaloneDecisionTables tables = new StandaloneDecisionTables();

  private RevocationOffice(EntityManager entities) {
    this.entities = entities;
    desk = TestAuthority.shared().desk(entities, "2026-11-24T10:00");
    requests = new JpaRequestBook(entities);
    book = new JpaCardLossBook(entities);
    register = new EmbeddedResidentRegister(entities);
    CardOfCertificate cardOf = new CardOfCertificate(new JpaApplications(entities));
    OfficeHolds holds = new OfficeHolds(book, cardOf, desk.certificates);
    ActingAs clerk = ActingAs.somebody("clerk1", "CLERK");
    check = new RequestCheck(desk.certificates, holds, desk.clock);
    originals = new Originals(new JpaSeenPapers(entities), desk.clock, clerk);
    approvals = new JpaApprovals(entities);
    exceptions = new Exceptions(approvals, desk.clock, clerk, desk.acts);
    Surroundings surroundings = new Surroundings(register, requests, originals);
    requestFile = new RequestFile(requests, surroundings);
    lossFile = new CardLossFile(book, surroundings, exceptions);
    proxies =
        new ProxyBook(
            new JpaProxyRecords(entities),
            new DocumentNumberHash(
                new ChosenSettings().with("proxy.document-key", "ab".repeat(32))),
            desk.clock,
            clerk,
            desk.acts);
    acts = new StatusActs(desk.authority, requests, desk.clock, desk.acts);
    revocations = new Revocations(requests, desk.certificates, acts, originals, register);
    losses =
        new CardLosses(
            book,
            holds,
            acts,
            new StoredCardHolds(entities),
            desk.certificates,
            this,
            held,
            desk.acts,
            clerk,
            desk.clock);
    lapseBook = new JpaLapseBook(entities);
    lapses =
        new Lapses(
            desk.certificates,
            desk.authority,
            cardOf,
            holds,
            lapseBook,
            this,
            desk.acts,
            desk.clock);
  }

  static void at(Consumer<RevocationOffice> work) {
    TestDatabase.shared().doInTransaction(entities -> work.accept(new RevocationOffice(entities)));
  }

  @Override
  public void start(String process, String key) {
    switch (process) {
      case Processes.CARD_LOST -> losses.hold(key);
      case Processes.REVOCATION_REQUEST -> {
        revocations.papersDecided(
            key, tables.evaluate(Decisions.REQUIRED_DOCUMENTS, revocations.papersOf(key)));
        revocations.revoke(key);
      }
      default -> {
        started.add(key);
        lapses.decided(key, tables.evaluate(Decisions.LAPSE, lapses.of(key)));
        lapses.revoke(key);
      }
    }
  }

  @Override
  public void proceed(String key, String message) {
    if (message.equals(Messages.RELEASE_APPROVED)) {
      losses.release(key);
    } else {
      losses.revoke(key);
    }
  }

  @Override
  public void complete(String key, String step) {
    losses.revoke(key);
  }

  @Override
  public boolean tell(String key, String message) {
    told.add(key + " " + message);
    return true;
  }

  @Override
  public List<DueStep> due(String key) {
    return List.of();
  }

  @Override
  public List<DueCase> due(Collection<String> keys) {
    return List.of();
  }

  @Override
  public List<DueCase> allDue(int limit) {
    return List.of();
  }

  /** Somebody with a good card and live certificates of both types on it. */
  Holder holder() {
    Holder holder = new Holder(this);
    holder.order(CertificateType.SIGNATURE);
    holder.order(CertificateType.USER_AUTHENTICATION);
    holder.serials.forEach(desk.authority::publish);
    return holder;
  }

  /** Somebody with a card. */
  static final class Holder {

    final RevocationOffice office;
    final String reception;
    final long resident;
    final CardSerial card = new CardSerial("HELD%011d".formatted(++cards));
    final List<CertificateSerialNumber> serials = new ArrayList<>();

    Holder(RevocationOffice office) {
      this.office = office;
      reception = StoredCase.of(office.entities, "SELF");
      Object[] row =
          (Object[])
              office
                  .entities
                  .createNativeQuery(
                      "update madoguchi.application set card_serial = ?2 where reception_number = ?1"
                          + " returning resident_id, reception_number")
                  .setParameter(1, reception)
                  .setParameter(2, card.value())
                  .getSingleResult();
      resident = ((Number) row[0]).longValue();
      office
          .entities
          .createNativeQuery(
              "insert into madoguchi.resident_card (serial, resident_id, kind, expires_on, state)"
                  + " values (?1, ?2, 'MY_NUMBER', date '2033-02-17', 'VALID')")
          .setParameter(1, card.value())
          .setParameter(2, resident)
          .executeUpdate();
    }

    CertificateSerialNumber order(CertificateType type) {
      CertificateSerialNumber serial =
          office.desk.authority.plan(
              new CertificateOrder(
                  type,
                  BareKey.draw(),
                  new CertificateSubject(
                      resident, "見本　一郎", LocalDate.of(1980, 2, 17), Sex.MALE, "神奈川県厚木市見本町3丁目"),
                  LocalDate.of(2031, 2, 17),
                  reception));
      office.desk.authority.issue(serial);
      serials.add(serial);
      return serial;
    }

    CertificateStatus signature() {
      return office.desk.certificates.find(serials.get(0)).orElseThrow();
    }

    CertificateStatus authentication() {
      return office.desk.certificates.find(serials.get(1)).orElseThrow();
    }

    void changes(Change... changes) {
      office.lapses.follow(new ResidentsChanged(List.of(changes)));
    }

    void changes(RecordChange kind) {
      changes(new Change(resident, kind));
    }

    void cardChanges(RecordChange kind, CardSerial which) {
      changes(new Change(resident, kind, which));
    }

    /** What came of the first change. */
    Lapse lapse() {
      return office.lapseBook.find(Lapse.idOf(office.started.get(0)).orElseThrow()).orElseThrow();
    }

    /** Asks for an end at the counter, with a licence in hand. */
    RevocationRequest asksToRevoke(RequestKind kind, CertificateSerialNumber... asked) {
      office.check.requireLive(resident, List.of(asked));
      RevocationRequest request =
          new RevocationRequest(
              office.requests.nextNumber(),
              new RequestForm(resident, List.of(asked), kind, IN_PERSON, "", List.of()),
              new WhoCame(IN_PERSON, null),
              "clerk1",
              office.desk.clock.instant());
      office.requests.add(request);
      office.originals.seen(request.key(), List.of("HOLDER_PHOTO_ID"));
      office.start(Processes.REVOCATION_REQUEST, request.key());
      return request;
    }

    /** Tells by phone that the card is gone. */
    CardLoss losesTheCard() {
      CardLoss loss =
          new CardLoss(
              office.book.nextNumber(),
              new LossForm(
                  resident,
                  null,
                  LossForm.Channel.PHONE,
                  LossForm.Reporter.HOLDER,
                  null,
                  List.of(
                      LossForm.IdentityCheck.BIRTH_DATE,
                      LossForm.IdentityCheck.ADDRESS,
                      LossForm.IdentityCheck.HOUSEHOLD),
                  "昨日、駅で",
                  null),
              card,
              "clerk1",
              office.desk.clock.instant());
      office.book.add(loss);
      office.start(Processes.CARD_LOST, loss.key());
      return loss;
    }

    /** A supervisor approved it, as the event of the approval tells. */
    void isGivenTheCardBack(CardLoss loss) {
      office.losses.end(loss, LossEnding.FOUND);
      office.proceed(loss.key(), Messages.RELEASE_APPROVED);
    }

    void neverFindsIt(CardLoss loss, LossEnding ending) {
      office.losses.end(loss, ending);
      office.complete(loss.key(), Processes.Steps.AWAIT_CARD);
    }
  }
}
