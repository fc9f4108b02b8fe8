package jp.madoguchi.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificatePublished;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.proxy.ProxyForm;
import jp.madoguchi.proxy.ShownDocument;
import jp.madoguchi.resident.CardHeld;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.CardState;
import jp.madoguchi.resident.RecordChange;
import jp.madoguchi.resident.ResidentsChanged;
import jp.madoguchi.resident.ResidentsChanged.Change;
import jp.madoguchi.resident.jpa.CardRow;
import jp.madoguchi.revocation.LossForm.Channel;
import jp.madoguchi.revocation.LossForm.IdentityCheck;
import jp.madoguchi.revocation.LossForm.Reporter;
import jp.madoguchi.revocation.RevocationOffice.Holder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** カードの紛失: held, released by a second person, or revoked for good, and never good by mistake. */
class CardLossesTest {

  @Test
  void bothCertificatesAndTheCardAreHeldAtOnce() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          CardLoss loss = holder.losesTheCard();
          assertThat(holder.signature().reason()).isEqualTo(RevocationReason.CERTIFICATE_HOLD);
          assertThat(holder.authentication().reason()).isEqualTo(RevocationReason.CERTIFICATE_HOLD);
          assertThat(cardOf(holder)).as("to every case").isEqualTo(CardState.SUSPENDED);
          assertThat(office.held.all())
              .as("open cases are judged again")
              .containsExactly(new CardHeld(holder.resident, holder.card));
          assertThat(office.book.held(0, 1000)).contains(loss);
        });
  }

  @Test
  void aFoundCardIsGoodAgain() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          CardLoss loss = holder.losesTheCard();
          holder.isGivenTheCardBack(loss);
          assertThat(holder.signature().state()).isEqualTo(CertificateState.VALID);
          assertThat(holder.authentication().state()).isEqualTo(CertificateState.VALID);
          assertThat(cardOf(holder)).isEqualTo(CardState.VALID);
          office.entities.flush();
          assertThat(office.requests.acts(List.of(loss.key())))
              .extracting(StatusAct::reason)
              .containsExactly(
                  RevocationReason.CERTIFICATE_HOLD,
                  RevocationReason.CERTIFICATE_HOLD,
                  RevocationReason.REMOVE_FROM_CRL,
                  RevocationReason.REMOVE_FROM_CRL);
          assertThat(office.book.heldOf(holder.card)).isEmpty();
        });
  }

  @Test
  void whatLapsedMeanwhileIsNotGoodAgain() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          CardLoss loss = holder.losesTheCard();
          changes(office, new Change(holder.resident, RecordChange.ADDRESS));
          holder.isGivenTheCardBack(loss);
          assertThat(holder.signature().reason()).isEqualTo(RevocationReason.AFFILIATION_CHANGED);
          assertThat(holder.authentication().state()).isEqualTo(CertificateState.VALID);
        });
  }

  @Test
  void whatExpiredMeanwhileIsNotGoodAgain() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          CardLoss loss = holder.losesTheCard();
          office.desk.clock.moveTo("2031-02-18T00:00");
          holder.isGivenTheCardBack(loss);
          assertThat(holder.authentication().state()).isEqualTo(CertificateState.SUSPENDED);
        });
  }

  /** The register released it, by the call centre; here it is still reported lost. */
  @Test
  void theRegisterAloneDoesNotReleaseWhatWasReportedHere() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          CardLoss loss = holder.losesTheCard();
          changes(office, new Change(holder.resident, RecordChange.CARD_GOOD_AGAIN, holder.card));
          assertThat(holder.authentication().state()).isEqualTo(CertificateState.SUSPENDED);
          holder.isGivenTheCardBack(loss);
          assertThat(holder.authentication().state()).isEqualTo(CertificateState.VALID);
        });
  }

  @Test
  void whatTheRegisterHoldsIsNotReleasedHere() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          CardLoss loss = holder.losesTheCard();
          office.entities.flush();
          office
              .entities
              .createNativeQuery(
                  "update madoguchi.resident_card set state = 'SUSPENDED' where serial = ?1")
              .setParameter(1, holder.card.value())
              .executeUpdate();
          office.entities.refresh(office.entities.find(CardRow.class, holder.card.value()));
          assertThatExceptionOfType(BusinessException.class)
              .isThrownBy(() -> office.losses.release(loss.key()))
              .satisfies(
                  thrown -> assertThat(thrown.problem().code()).isEqualTo("card-held-by-register"));
          assertThat(holder.authentication().state()).isEqualTo(CertificateState.SUSPENDED);
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FOUND", "KEY_COMPROMISE"})
  void aCardThatIsNotFoundEndsForGood(LossEnding ending) {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          CardLoss loss = holder.losesTheCard();
          holder.neverFindsIt(loss, ending);
          assertThat(holder.signature().reason()).isEqualTo(ending.outcome());
          assertThat(holder.authentication().reason()).isEqualTo(ending.outcome());
          assertThat(cardOf(holder)).as("it is of no more use").isEqualTo(CardState.SUSPENDED);
          assertThat(loss.state()).isEqualTo(CardLoss.State.REVOKED);
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"DECEASED", "MOVED_AWAY", "CARD_REVOKED", "CARD_REPLACED"})
  void theHoldersOrTheCardsEndEndsWhatIsHeld(RecordChange change) {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          CardLoss loss = holder.losesTheCard();
          changes(office, new Change(holder.resident, change, about(change, holder)));
          assertThat(holder.signature().reason())
              .isEqualTo(RevocationReason.CESSATION_OF_OPERATION);
          assertThat(holder.authentication().reason())
              .isEqualTo(RevocationReason.CESSATION_OF_OPERATION);
          assertThat(loss.state()).isEqualTo(CardLoss.State.ENDED);
          assertThat(loss.ending()).map(Enum::name).contains(change.name());
        });
  }

  private static CardSerial about(RecordChange change, Holder holder) {
    return switch (change) {
      case CARD_REVOKED -> holder.card;
      case CARD_REPLACED -> new CardSerial("NEWCARD00000001");
      default -> null;
    };
  }

  @Test
  void anotherCardsEndIsOfNoConcern() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          CardLoss loss = holder.losesTheCard();
          changes(
              office,
              new Change(
                  holder.resident, RecordChange.CARD_REVOKED, new CardSerial("OTHER0000000001")));
          assertThat(loss.state()).isEqualTo(CardLoss.State.HELD);
          assertThat(holder.authentication().state()).isEqualTo(CertificateState.SUSPENDED);
        });
  }

  /** The card lay on the reader while somebody reported it lost. */
  @Test
  void whatGoesLiveOnAHeldCardIsHeld() {
    RevocationOffice.at(
        office -> {
          Holder holder = new Holder(office);
          CertificateSerialNumber serial = holder.order(CertificateType.SIGNATURE);
          CardLoss loss = holder.losesTheCard();
          office.desk.authority.publish(serial);
          office.losses.makeUpFor(new CertificatePublished(serial));
          assertThat(holder.signature().state()).isEqualTo(CertificateState.SUSPENDED);
          office.entities.flush();
          assertThat(office.requests.acts(List.of(loss.key()))).hasSize(1);
        });
  }

  @Test
  void whoIsHeldForLongIsInTheWorkList() {
    RevocationOffice.at(
        office -> {
          CardLoss loss = office.holder().losesTheCard();
          assertThat(office.book.heldSince(loss.reportedAt().minusSeconds(1), 1000))
              .doesNotContain(loss);
          assertThat(office.book.heldSince(loss.reportedAt(), 1000)).contains(loss);
        });
  }

  @Test
  void whoReportsIsKnownByThreeAnswersOrAtTheCounterByADocument() {
    List<IdentityCheck> two = List.of(IdentityCheck.BIRTH_DATE, IdentityCheck.ADDRESS);
    assertThat(faultOf(Channel.PHONE, two)).isEqualTo("identity-not-checked");
    assertThat(faultOf(Channel.PHONE, List.of(IdentityCheck.PHOTO_ID)))
        .as("nobody sees a document over the phone")
        .isEqualTo("identity-not-checked");
    assertThat(faultOf(Channel.COUNTER, List.of(IdentityCheck.PHOTO_ID))).isNull();
    assertThat(
            faultOf(
                Channel.PHONE,
                List.of(IdentityCheck.BIRTH_DATE, IdentityCheck.ADDRESS, IdentityCheck.HOUSEHOLD)))
        .isNull();
  }

  /** R-PROXY-DOCS-1, R-MINIMUM: by what they proved who they are, without its number. */
  @Test
  void whoComesForACardIsKept() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          CardLoss loss = holder.losesTheCard();
          ProxyForm proxy =
              new ProxyForm(
                  "見本　花子",
                  LocalDate.of(1982, 5, 4),
                  "神奈川県厚木市見本町3丁目",
                  "配偶者",
                  new ShownDocument(
                      "DRIVING_LICENCE", null, LocalDate.of(2029, 3, 1), "45-1234-5678"));
          WhoCame came =
              new Asker(Route.PROXY, false, proxy)
                  .examined(office.proxies, office.register.find(holder.resident).orElseThrow());
          Instant now = office.desk.clock.instant();
          office.book.add(new LossVisit(loss, LossVisit.Purpose.RELEASE, came, "clerk1", now));
          office.entities.flush();
          office.entities.clear();

          LossVisit kept = office.lossFile.view(loss.key()).visits().get(0);
          assertThat(kept.who().proxyName()).contains("見本　花子");
          assertThat(kept.who().proxyRelation()).contains("配偶者");
          assertThat(kept.who().document().orElseThrow().numberEnd()).isEqualTo("5678");
          assertThat(kept.receivedBy()).isEqualTo("clerk1");
          Asker themselves = new Asker(Route.SELF, false, null);
          assertThat(new WhoCame(themselves, null).proxyName()).isEmpty();
          assertThatExceptionOfType(BusinessException.class)
              .as("nobody acts for the holder without saying who")
              .isThrownBy(() -> new Asker(Route.LEGAL_REPRESENTATIVE, true, null));
        });
  }

  private static String faultOf(Channel channel, List<IdentityCheck> checked) {
    try {
      new LossForm(1, null, channel, Reporter.HOLDER, null, checked, "駅で", null);
      return null;
    } catch (BusinessException e) {
      return e.problem().code();
    }
  }

  /** In the order in which the container tells them. */
  private static void changes(RevocationOffice office, Change... changes) {
    ResidentsChanged event = new ResidentsChanged(List.of(changes));
    office.lapses.follow(event);
    office.losses.follow(event);
  }

  private static CardState cardOf(Holder holder) {
    Map<CardSerial, CardState> states = new java.util.HashMap<>();
    holder.office.register.cardsOf(holder.resident).forEach(c -> states.put(c.serial(), c.state()));
    return states.get(holder.card);
  }
}
