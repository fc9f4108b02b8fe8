package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.madoguchi.outside.CmpServer;
import jp.madoguchi.outside.OutsideAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running counter is told to order from another authority, whose CMP server is openssl's. */
class OutsideAuthorityIT {

  private static final Map<String, Object> PINS = Map.of("USER_AUTHENTICATION", "2468");
  private static final int REQUEST = 0;
  private static final int REVOCATION = 11;
  private static final int CONFIRMATION = 24;

  private final OutsideAuthority outside = new OutsideAuthority("Outside CA");
  private final String secret = OutsideAuthority.serial().toString();

  @TempDir private Path folder;

  @Test
  void whileItIsAwayTheCaseWaitsWithItsKeyOnTheCardAndIsFinishedWhenItIsBack() throws Exception {
    Visit visit = Visit.of(99);
    visit.apply("NEW", "USER_AUTHENTICATION");
    visit.cardPutOnReader().papersChecked();
    try (CmpServer server = new CmpServer(folder);
        Setting setting = ordersGoTo(server);
        Screen clerk = new Screen(1366, 768)) {
      visit.cardPresented().pinsEntered(PINS);
      Wait.until(
          "the case waits",
          visit::writing,
          seen -> seen.get("state").asText().equals("AUTHORITY_AWAY"));
      assertThat(Api.anonymous().get("health/ready").text())
          .contains("\"authority\":{\"adapter\":\"cmp\",\"state\":\"AWAY\"}");
      assertThat(waiting("requests")).isEqualTo(1);
      clerk.logIn("clerk1").open("case/writing.xhtml?id=" + visit.receptionNumber());
      clerk.waitFor("認証局を利用できません").waitFor("自動で続きます").judged("writing-outside-away");

      answers(server, visit);
      Wait.until("the certificate has come", () -> waiting("requests"), one -> one == 0);
      resume(visit);
      visit.written();
      clerk.waitFor("すべての証明書を書き込みました");
      visit.handedOver();
      assertThat(Api.anonymous().get("health/ready").text()).contains("\"state\":\"SERVING\"");
      assertThat(server.arrived()).contains(REQUEST, CONFIRMATION);
      assertThat(server.transactions()).hasSize(1);
      heldByTheCardAndOfThatIssuer(visit);

      reportedLost(visit);
      Wait.until("it is told of the loss", server::arrived, all -> all.contains(REVOCATION));
      Wait.until("and has taken it", () -> waiting("revocations"), one -> one == 0);
      assertThat(clerk.complaints()).isEmpty();
    }
  }

  private Setting ordersGoTo(CmpServer server) throws Exception {
    OutsideAuthority.pem(
        folder.resolve("outside.pem"), "CERTIFICATE", outside.certificate.getEncoded());
    return Setting.of(
        Map.of(
            "authority.adapter",
            "cmp",
            "authority.cmp.address",
            server.address(),
            "authority.cmp.issuers",
            folder.resolve("outside.pem").toString(),
            "authority.cmp.reference",
            "madoguchi",
            "authority.cmp.secret",
            secret,
            "authority.cmp.seconds",
            "5"));
  }

  /** openssl's server gives one certificate, which is made of what was asked for. */
  private void answers(CmpServer server, Visit visit) {
    byte[] template =
        HexFormat.of()
            .parseHex(
                Tables.text(
                    "select encode(template, 'hex') from madoguchi.outside_request"
                        + " where reception_number = ?",
                    visit.receptionNumber()));
    OutsideAuthority.pem(folder.resolve("response.pem"), "CERTIFICATE", outside.issue(template));
    server.serve(
        "-srv_ref",
        "madoguchi",
        "-srv_secret",
        "pass:" + secret,
        "-rsp_cert",
        "response.pem",
        "-accept_raverified");
  }

  /** Unless it has gone on by itself already. */
  private static void resume(Visit visit) {
    Api.Reply reply =
        Api.as("clerk1")
            .post(
                "api/applications/" + visit.receptionNumber() + "/writing/resume?terminal=T1",
                Map.of());
    if (reply.status() == 409) {
      assertThat(reply.json().get("code").asText()).isEqualTo("writing-not-open");
    } else {
      assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
    }
  }

  private void heldByTheCardAndOfThatIssuer(Visit visit) throws Exception {
    assertThat(visit.look().at("/certificates")).hasSize(1);
    String serial = visit.look().at("/certificates/0/serial").asText();
    Files.write(folder.resolve("holder.cer"), Certificates.inDer(serial));
    Command.openssl(folder, "x509", "-in", "holder.cer", "-out", "holder.pem");
    assertThat(Command.openssl(folder, "verify", "-CAfile", "outside.pem", "holder.pem"))
        .contains("holder.pem: OK");
    CardCopy card = CardCopy.of(visit.card(), folder);
    assertThat(card.workingCertificate("USER_AUTHENTICATION", List.of("2468")))
        .isEqualTo(Certificates.inDer(serial));
  }

  private static void reportedLost(Visit visit) {
    Api.Reply reply =
        Api.as("clerk1")
            .post(
                "api/lost-cards",
                Map.of(
                    "residentId",
                    Visit.residentOf(visit.card()),
                    "channel",
                    "PHONE",
                    "reporter",
                    "HOLDER",
                    "identityCheck",
                    List.of("BIRTH_DATE", "ADDRESS", "HOUSEHOLD"),
                    "circumstances",
                    "昨日の夕方、駅で"),
                "OutsideAuthorityIT/99");
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  private static double waiting(String what) {
    return PrometheusText.read(Api.anonymous().get("metrics").text())
        .value("madoguchi_authority_outside_waiting{what=\"" + what + "\"}");
  }
}
