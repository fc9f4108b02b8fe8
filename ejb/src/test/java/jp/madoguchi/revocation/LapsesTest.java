package jp.madoguchi.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.audit.Act;
import jp.madoguchi.issuance.CertificateOrder;
import jp.madoguchi.issuance.CertificatePublished;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateStatus;
import jp.madoguchi.issuance.CertificateSubject;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.issuance.TestAuthority;
import jp.madoguchi.process.Decisions;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.reception.jpa.JpaApplications;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.RecordChange;
import jp.madoguchi.resident.ResidentsChanged;
import jp.madoguchi.resident.ResidentsChanged.Change;
import jp.madoguchi.resident.Sex;
import jp.madoguchi.revocation.jpa.JpaCardLossBook;
import jp.madoguchi.revocation.jpa.JpaLapseBook;
import jp.madoguchi.testing.BareKey;
import jp.madoguchi.testing.StoredCase;
import jp.madoguchi.workflow.CaseProcess;
import jp.madoguchi.workflow.StandaloneDecisionTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R-LAPSE-SIGN and R-LAPSE-AUTH on a real authority and a real database. */
class LapsesTest {

  private static final CardSerial CARD = new CardSerial("LAPSE0000000001");
  private static final CardSerial OTHER_CARD = new CardSerial("LAPSE0000000002");

  /** The desk, with the process played by what the diagram says. */
  private static final class Office implements CaseProcess {

    final TestAuthority.Desk desk;
    final EntityManager entities;
    final LapseBook book;
    final Lapses lapses;
    final List<String> started = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    private final StandaloneDecisionTables tables = new StandaloneDecisionTables();

    Office(EntityManager entities) {
      this.entities = entities;
      desk = TestAuthority.shared().desk(entities, "2026-11-24T10:00");
      book = new JpaLapseBook(entities);
      CardOfCertificate cards = new CardOfCertificate(new JpaApplications(entities));
      lapses =
          new Lapses(
              desk.certificates,
              desk.authority,
              cards,
              new OfficeHolds(new JpaCardLossBook(entities), cards, desk.certificates),
              book,
              this,
              desk.acts,
              desk.clock);
    }

    @Override
    public void start(String process, String key) {
      started.add(key);
      lapses.decided(key, tables.evaluate(Decisions.LAPSE, lapses.of(key)));
      lapses.revoke(key);
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

    @Override
    public void complete(String key, String step) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void proceed(String key, String message) {
      throw new UnsupportedOperationException();
    }

    /** Certificates of both types on the card, live. */
    Holder holder() {
      Holder holder = new Holder(this);
      holder.order(CertificateType.SIGNATURE);
      holder.order(CertificateType.USER_AUTHENTICATION);
      holder.serials.forEach(desk.authority::publish);
      return holder;
    }
  }

  /** Somebody with certificates. */
  private static final class Holder {

    final Office office;
    final String reception;
    final long resident;
    final List<CertificateSerialNumber> serials = new ArrayList<>();

    Holder(Office office) {
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
                  .setParameter(2, CARD.value())
                  .getSingleResult();
      resident = ((Number) row[0]).longValue();
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

    void changes(Change... changes) {
      office.lapses.follow(new ResidentsChanged(List.of(changes)));
    }

    void changes(RecordChange kind) {
      changes(new Change(resident, kind));
    }

    void cardChanges(RecordChange kind, CardSerial card) {
      changes(new Change(resident, kind, card));
    }

    CertificateStatus signature() {
      return office.desk.certificates.find(serials.get(0)).orElseThrow();
    }

    CertificateStatus authentication() {
      return office.desk.certificates.find(serials.get(1)).orElseThrow();
    }

    Lapse lapse() {
      return office.book.find(Lapse.idOf(office.started.get(0)).orElseThrow()).orElseThrow();
    }
  }

  static Stream<Arguments> changes() {
    RevocationReason changed = RevocationReason.AFFILIATION_CHANGED;
    RevocationReason ended = RevocationReason.CESSATION_OF_OPERATION;
    return Stream.of(
        // R-LAPSE-AUTH: the other one survives what does not stand in it
        Arguments.of(RecordChange.NAME, changed, null, true),
        Arguments.of(RecordChange.BIRTH_DATE, changed, null, true),
        Arguments.of(RecordChange.SEX, changed, null, true),
        Arguments.of(RecordChange.ADDRESS, changed, null, true),
        Arguments.of(RecordChange.MOVED_AWAY, ended, null, true),
        Arguments.of(RecordChange.DECEASED, ended, ended, false),
        Arguments.of(RecordChange.CARD_REVOKED, ended, ended, true),
        Arguments.of(
            RecordChange.CARD_LOST,
            RevocationReason.CERTIFICATE_HOLD,
            RevocationReason.CERTIFICATE_HOLD,
            false));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void eachChangeEndsWhatTheRulesSay(
      RecordChange kind, RevocationReason signature, RevocationReason auth, boolean notice) {
    inOffice(
        office -> {
          Holder holder = office.holder();
          holder.cardChanges(kind, kind.name().startsWith("CARD") ? CARD : null);
          assertThat(holder.signature().reason()).isEqualTo(signature);
          assertThat(holder.authentication().reason()).isEqualTo(auth);
          assertThat(holder.lapse().notice())
              .isEqualTo(notice ? Lapse.Notice.DUE : Lapse.Notice.NONE);
          assertThat(office.lapses.toTell(holder.lapse().key())).isEqualTo(notice);
        });
  }

  @Test
  void everyRevocationIsInTheTrailWithItsRule() {
    inOffice(
        office -> {
          Holder holder = office.holder();
          holder.changes(RecordChange.ADDRESS);
          Act act =
              office.desk.acts.all().stream()
                  .filter(one -> one.name().equals("certificate.lapsed"))
                  .findFirst()
                  .orElseThrow();
          assertThat(act.subjectKey()).isEqualTo(holder.serials.get(0).hex());
          assertThat(act.details())
              .containsEntry("rule", "R-LAPSE-SIGN")
              .containsEntry("reason", "AFFILIATION_CHANGED")
              .containsEntry("changes", "ADDRESS");
        });
  }

  @Test
  void whatConcernsNoCertificateStartsNothing() {
    inOffice(
        office -> {
          Holder holder = office.holder();
          holder.changes(RecordChange.OTHER);
          holder.cardChanges(RecordChange.CARD_LOST, OTHER_CARD);
          holder.changes(new Change(holder.resident + 1_000_000, RecordChange.NAME));
          assertThat(office.started).isEmpty();
        });
  }

  @Test
  void theGravestOutcomeCountsWithEveryReasonForIt() {
    inOffice(
        office -> {
          Holder holder = office.holder();
          holder.changes(
              new Change(holder.resident, RecordChange.NAME),
              new Change(holder.resident, RecordChange.ADDRESS),
              new Change(holder.resident, RecordChange.CARD_LOST, CARD));
          assertThat(holder.signature().reason()).isEqualTo(RevocationReason.AFFILIATION_CHANGED);
          assertThat(holder.authentication().reason()).isEqualTo(RevocationReason.CERTIFICATE_HOLD);
          assertThat(holder.lapse().certificates().get(0).reason(java.util.Locale.JAPANESE))
              .isEqualTo("氏名が変わったため、住所が変わったため");
        });
  }

  @Test
  void aHoldIsLiftedWhenTheCardIsGoodAgainAndAFinalOutcomeIsNot() {
    inOffice(
        office -> {
          Holder holder = office.holder();
          holder.cardChanges(RecordChange.CARD_SUSPENDED, CARD);
          holder.changes(RecordChange.NAME);
          holder.cardChanges(RecordChange.CARD_GOOD_AGAIN, CARD);
          assertThat(holder.signature().state()).isEqualTo(CertificateState.REVOKED);
          assertThat(holder.authentication().state()).isEqualTo(CertificateState.VALID);
        });
  }

  @Test
  void aNewCardEndsWhatLiesOnTheFormerOne() {
    inOffice(
        office -> {
          Holder holder = office.holder();
          holder.cardChanges(RecordChange.CARD_REPLACED, CARD);
          assertThat(office.started).as("it is the card of the certificates").isEmpty();
          holder.cardChanges(RecordChange.CARD_REPLACED, OTHER_CARD);
          assertThat(holder.authentication().reason())
              .isEqualTo(RevocationReason.CESSATION_OF_OPERATION);
        });
  }

  /** The register changes between the signature and the card's activation. */
  @Test
  void whatIsOnItsWayToTheCardLapsesWhenItGoesLive() {
    inOffice(
        office -> {
          Holder holder = new Holder(office);
          CertificateSerialNumber serial = holder.order(CertificateType.SIGNATURE);
          holder.changes(RecordChange.NAME);
          assertThat(holder.signature().state()).isEqualTo(CertificateState.ISSUED);
          office.desk.authority.publish(serial);
          assertThat(office.desk.published.all()).containsExactly(new CertificatePublished(serial));
          office.lapses.makeUpFor(new CertificatePublished(serial));
          assertThat(holder.signature().reason()).isEqualTo(RevocationReason.AFFILIATION_CHANGED);
        });
  }

  @Test
  void aChangeThatComesToLightLateConcernsOnlyWhatIsOlder() {
    inOffice(
        office -> {
          Holder holder = office.holder();
          Instant planned = holder.signature().notBefore();
          List<Change> changes = List.of(new Change(holder.resident, RecordChange.NAME));
          office.lapses.follow(new ResidentsChanged(changes, planned));
          assertThat(holder.signature().state()).isEqualTo(CertificateState.VALID);
          office.lapses.follow(new ResidentsChanged(changes, planned.plusSeconds(1)));
          assertThat(holder.signature().state()).isEqualTo(CertificateState.REVOKED);
        });
  }

  @Test
  void whoDiesBeforeTheNoticeIsNotWrittenTo() {
    inOffice(
        office -> {
          Holder holder = office.holder();
          holder.changes(RecordChange.ADDRESS);
          office.entities.flush();
          assertThat(office.book.due(0, 1000)).contains(holder.lapse());
          holder.changes(RecordChange.DECEASED);
          assertThat(holder.lapse().notice()).isEqualTo(Lapse.Notice.DROPPED);
          assertThat(office.told)
              .containsExactly(holder.lapse().key() + " " + Messages.HOLDER_DIED);
        });
  }

  private static void inOffice(Consumer<Office> work) {
    jp.madoguchi.testing.TestDatabase.shared()
        .doInTransaction(entities -> work.accept(new Office(entities)));
  }
}
