package jp.madoguchi.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.madoguchi.audit.Act;
import jp.madoguchi.issuance.CertificatePublished;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.process.Processes.Messages;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.RecordChange;
import jp.madoguchi.resident.ResidentsChanged;
import jp.madoguchi.resident.ResidentsChanged.Change;
import jp.madoguchi.revocation.RevocationOffice.Holder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R-LAPSE-SIGN and R-LAPSE-AUTH on a real authority and a real database. */
class LapsesTest {

  private static final CardSerial OTHER_CARD = new CardSerial("LAPSE0000000002");

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
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          holder.cardChanges(kind, kind.name().startsWith("CARD") ? holder.card : null);
          assertThat(holder.signature().reason()).isEqualTo(signature);
          assertThat(holder.authentication().reason()).isEqualTo(auth);
          assertThat(holder.lapse().notice())
              .isEqualTo(notice ? Lapse.Notice.DUE : Lapse.Notice.NONE);
          assertThat(office.lapses.toTell(holder.lapse().key())).isEqualTo(notice);
        });
  }

  @Test
  void everyRevocationIsInTheTrailWithItsRule() {
    RevocationOffice.at(
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
    RevocationOffice.at(
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
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          holder.changes(
              new Change(holder.resident, RecordChange.NAME),
              new Change(holder.resident, RecordChange.ADDRESS),
              new Change(holder.resident, RecordChange.CARD_LOST, holder.card));
          assertThat(holder.signature().reason()).isEqualTo(RevocationReason.AFFILIATION_CHANGED);
          assertThat(holder.authentication().reason()).isEqualTo(RevocationReason.CERTIFICATE_HOLD);
          assertThat(holder.lapse().certificates().get(0).reason(java.util.Locale.JAPANESE))
              .isEqualTo("氏名が変わったため、住所が変わったため");
        });
  }

  @Test
  void aHoldIsLiftedWhenTheCardIsGoodAgainAndAFinalOutcomeIsNot() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          holder.cardChanges(RecordChange.CARD_SUSPENDED, holder.card);
          holder.changes(RecordChange.NAME);
          holder.cardChanges(RecordChange.CARD_GOOD_AGAIN, holder.card);
          assertThat(holder.signature().state()).isEqualTo(CertificateState.REVOKED);
          assertThat(holder.authentication().state()).isEqualTo(CertificateState.VALID);
        });
  }

  @Test
  void aNewCardEndsWhatLiesOnTheFormerOne() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          holder.cardChanges(RecordChange.CARD_REPLACED, holder.card);
          assertThat(office.started).as("it is the card of the certificates").isEmpty();
          holder.cardChanges(RecordChange.CARD_REPLACED, OTHER_CARD);
          assertThat(holder.authentication().reason())
              .isEqualTo(RevocationReason.CESSATION_OF_OPERATION);
        });
  }

  /** The register changes between the signature and the card's activation. */
  @Test
  void whatIsOnItsWayToTheCardLapsesWhenItGoesLive() {
    RevocationOffice.at(
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
    RevocationOffice.at(
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
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          holder.changes(RecordChange.ADDRESS);
          office.entities.flush();
          assertThat(office.lapseBook.due(0, 1000)).contains(holder.lapse());
          holder.changes(RecordChange.DECEASED);
          assertThat(holder.lapse().notice()).isEqualTo(Lapse.Notice.DROPPED);
          assertThat(office.told)
              .containsExactly(holder.lapse().key() + " " + Messages.HOLDER_DIED);
        });
  }
}
