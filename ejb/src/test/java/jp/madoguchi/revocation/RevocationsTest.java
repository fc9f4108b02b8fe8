package jp.madoguchi.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import jp.madoguchi.audit.Act;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateSerialNumber;
import jp.madoguchi.issuance.CertificateState;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.paper.Originals;
import jp.madoguchi.paper.SeenPaper;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.revocation.RequiredPapers.Service;
import jp.madoguchi.revocation.RevocationOffice.Holder;
import jp.madoguchi.workflow.StandaloneDecisionTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 失効申請 and 秘密鍵漏えい等届 (R-LAPSE-SIGN, R-LAPSE-AUTH, R-ORIGINALS). */
class RevocationsTest {

  private final RequiredPapers papers = new RequiredPapers(new StandaloneDecisionTables());

  @Test
  void theSignatureCertificateAloneEndsAndTheOtherGoesOn() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          RevocationRequest request =
              holder.asksToRevoke(RequestKind.NO_LONGER_WANTED, holder.serials.get(0));
          assertThat(holder.signature().reason())
              .isEqualTo(RevocationReason.CESSATION_OF_OPERATION);
          assertThat(holder.authentication().state()).isEqualTo(CertificateState.VALID);
          office.entities.flush();
          assertThat(office.requests.acts(List.of(request.key())))
              .extracting(StatusAct::serial)
              .containsExactly(holder.serials.get(0));
          assertThat(office.originals.of(request.key()))
              .extracting(SeenPaper::document, SeenPaper::confirmedBy)
              .containsExactly(org.assertj.core.groups.Tuple.tuple("HOLDER_PHOTO_ID", "clerk1"));
        });
  }

  /** R-LAPSE-SIGN: it ends when the other one ceases to be valid. */
  @Test
  void withTheUserAuthenticationCertificateTheSignatureOneEndsToo() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          holder.asksToRevoke(RequestKind.KEY_COMPROMISE, holder.serials.get(1));
          assertThat(holder.authentication().reason()).isEqualTo(RevocationReason.KEY_COMPROMISE);
          assertThat(holder.signature().reason())
              .as("its own key is as it was")
              .isEqualTo(RevocationReason.CESSATION_OF_OPERATION);
        });
  }

  @ParameterizedTest
  @EnumSource
  void bothAskedForEndForTheReasonOfTheRequest(RequestKind kind) {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          RevocationRequest request =
              holder.asksToRevoke(kind, holder.serials.get(0), holder.serials.get(1));
          assertThat(holder.signature().reason()).isEqualTo(kind.reason());
          assertThat(holder.authentication().reason()).isEqualTo(kind.reason());
          List<Act> acts =
              office.desk.acts.all().stream()
                  .filter(act -> act.name().equals("certificate.status-changed"))
                  .toList();
          assertThat(acts)
              .extracting(act -> act.details().get("rule"))
              .containsExactly("R-LAPSE-SIGN", "R-LAPSE-AUTH");
          assertThat(acts)
              .allSatisfy(act -> assertThat(act.details()).containsEntry("by", request.key()));
        });
  }

  @Test
  void whatHasEndedIsAnsweredWithTheDay() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          holder.asksToRevoke(RequestKind.NO_LONGER_WANTED, holder.serials.get(0));
          refused("revocation-already", office, holder, holder.serials.get(0));
          office.desk.clock.moveTo("2031-02-18T00:00");
          refused("revocation-expired", office, holder, holder.serials.get(1));
        });
  }

  @Test
  void whatIsHeldIsAnsweredWithTheLostCard() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          CardLoss loss = holder.losesTheCard();
          assertThat(refused("revocation-held", office, holder, holder.serials.get(0)))
              .contains(loss.key());
        });
  }

  @Test
  void whatIsBeingWrittenIsAnsweredWithItsCase() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          holder.order(CertificateType.SIGNATURE);
          assertThat(refused("revocation-being-written", office, holder, holder.serials.get(0)))
              .contains(holder.reception);
        });
  }

  @Test
  void anothersCertificateIsNotTheirs() {
    RevocationOffice.at(
        office -> {
          Holder holder = office.holder();
          refused("certificate-of-another", office, office.holder(), holder.serials.get(0));
        });
  }

  private static List<Object> refused(
      String code, RevocationOffice office, Holder holder, CertificateSerialNumber serial) {
    List<Object> arguments = new java.util.ArrayList<>();
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> office.check.requireLive(holder.resident, List.of(serial)))
        .satisfies(
            thrown -> {
              assertThat(thrown.problem().code()).isEqualTo(code);
              arguments.addAll(thrown.problem().arguments());
            });
    return arguments;
  }

  @Test
  void thePapersOfARequestAreThoseOfTheTable() {
    assertThat(papers.of(Service.REVOCATION, Route.SELF, false, false))
        .containsExactly("HOLDER_PHOTO_ID");
    assertThat(papers.of(Service.REVOCATION, Route.PROXY, false, false))
        .containsExactly("PROXY_PHOTO_ID", "POWER_OF_ATTORNEY");
    assertThat(papers.of(Service.REVOCATION, Route.LEGAL_REPRESENTATIVE, false, false))
        .containsExactly("PROXY_PHOTO_ID", "FAMILY_REGISTER");
    assertThat(papers.of(Service.REVOCATION, Route.LEGAL_REPRESENTATIVE, true, true))
        .containsExactly("PROXY_PHOTO_ID", "GUARDIANSHIP_REGISTRATION");
  }

  /** Who has a card released holds it in the hand. */
  @Test
  void aReleaseAsksForTheCardBesides() {
    assertThat(papers.of(Service.CARD_RELEASE, Route.SELF, false, false))
        .containsExactly("APPLICANT_CARD", "HOLDER_PHOTO_ID");
    assertThat(papers.of(Service.CARD_RELEASE, Route.PROXY, false, false))
        .containsExactly("APPLICANT_CARD", "PROXY_PHOTO_ID", "POWER_OF_ATTORNEY");
  }

  @Test
  void eachPaperIsToBeSeen() {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(
            () ->
                Originals.require(
                    List.of("PROXY_PHOTO_ID", "POWER_OF_ATTORNEY"), List.of("PROXY_PHOTO_ID")))
        .satisfies(thrown -> assertThat(thrown.problem().code()).isEqualTo("papers-missing"));
  }
}
