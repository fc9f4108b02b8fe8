package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.madoguchi.outside.SoftToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An authority's next key, granted by a second person in the running counter. Its other tests go on
 * with it: whoever relies on a certificate takes the issuer by its key identifier.
 */
class TwoKeysIT {

  private static final Map<String, Object> SIGNATURE = Map.of("SIGNATURE", "MADO2026");
  private static final Map<String, Object> AUTHENTICATION = Map.of("USER_AUTHENTICATION", "2468");

  @TempDir private Path folder;

  @Test
  void theNewKeySignsFromTheGrantOnAndTheFormerOneGoesOnAnswering() throws Exception {
    String early = issued(78);
    String former = current(0).get("keyId").asText();
    assertThat(Certificates.issuerKeyOf(Certificates.inDer(early))).isEqualTo(former);
    renewed("SIGNATURE", "FILE");
    String current = current(0).get("keyId").asText();
    assertThat(current).isNotEqualTo(former);
    String late = issued(79);
    assertThat(Certificates.issuerKeyOf(Certificates.inDer(late))).isEqualTo(current);

    Wait.until(
        "the new key's first list is there",
        () -> Api.anonymous().get("crl/sign.crl?keyId=" + current).status(),
        status -> status == 200);
    StatusOutside.assertGood(folder, "sign", early);
    keep("ca.pem", "old.pem");
    keep("ee.pem", "early.pem");
    StatusOutside.assertGood(folder, "sign", late);
    keep("ca.pem", "new.pem");
    keep("ee.pem", "late.pem");
    link(current, "new-with-old");
    link(current, "old-with-new");
    assertThat(verified("old.pem", "new-with-old.pem", "late.pem")).contains("late.pem: OK");
    assertThat(verified("new.pem", "old-with-new.pem", "early.pem")).contains("early.pem: OK");
    assertThat(verified("old.pem", "old.pem", "late.pem")).doesNotContain("late.pem: OK");
    assertThat(verified("new.pem", "new.pem", "early.pem")).doesNotContain("early.pem: OK");
  }

  /** Pulled out of the running server, and put back: nobody starts anything again. */
  @Test
  void withoutItsTokenTheCaseWaitsAndEverybodyIsToldUntilItIsBack() throws Exception {
    SoftToken token = SoftToken.shared();
    try (Setting setting = Setting.of(token.settings());
        Screen administrator = new Screen(1366, 768)) {
      renewed("USER_AUTHENTICATION", "TOKEN");
      Visit visit = Visit.of(80);
      visit.apply("NEW", "USER_AUTHENTICATION");
      visit.cardPutOnReader().papersChecked();
      token.pull();
      visit.cardPresented().pinsEntered(AUTHENTICATION);
      Wait.until(
          "the case waits",
          visit::writing,
          seen -> seen.get("state").asText().equals("AUTHORITY_AWAY"));
      assertThat(Api.anonymous().get("health/ready").text()).contains("\"state\":\"AWAY\"");
      assertThat(serving()).isZero();
      administrator.logIn("admin1").open("authority/index.xhtml").waitFor("認証局を利用できません");
      administrator.waitFor("トークンの接続と電源を確かめて").judged("authority-token-away");

      token.putBack();
      visit.written().handedOver();
      assertThat(Api.anonymous().get("health/ready").text()).contains("\"state\":\"SERVING\"");
      assertThat(serving()).isEqualTo(1);
      assertThat(administrator.open("authority/index.xhtml").page().content())
          .doesNotContain("認証局を利用できません");
      String serial = visit.look().at("/certificates/0/serial").asText();
      assertThat(Certificates.issuerKeyOf(Certificates.inDer(serial)))
          .isEqualTo(current(1).get("keyId").asText());
      StatusOutside.assertGood(folder, "auth", serial);
      renewed("USER_AUTHENTICATION", "FILE");
    } finally {
      token.putBack();
    }
    assertThat(current(1).get("home").asText()).isEqualTo("FILE");
  }

  private static String issued(int training) {
    Visit visit = Visit.of(training);
    assertThat(visit.apply("NEW", "SIGNATURE").status()).isEqualTo(201);
    visit.writtenWith(SIGNATURE).handedOver();
    return visit.look().at("/certificates/0/serial").asText();
  }

  /** Asked for by one person and granted by another, who is not the same. */
  private static void renewed(String type, String home) {
    Office.isOpen();
    Api.Reply asked =
        Api.as("admin1")
            .post(
                "api/authorities/" + type + "/renewals",
                Map.of("home", home, "reason", "鍵の使用期間が終わるため"));
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    String decision = "api/authorities/renewals/" + asked.json().get("id").asLong() + "/decision";
    Map<String, Object> granted = Map.of("granted", true, "reason", "確認した");
    Api.Reply own = Api.as("admin1").post(decision, granted);
    assertThat(own.status()).isEqualTo(422);
    assertThat(own.json().get("code").asText()).isEqualTo("renewal-second-person");
    Api.Reply second = Api.as("supervisor1").post(decision, granted);
    assertThat(second.status()).as(second.text()).isEqualTo(200);
  }

  private static JsonNode current(int authority) {
    for (JsonNode key :
        Api.as("admin1").get("api/authorities").json().at("/authorities/" + authority + "/keys")) {
      if (key.get("current").asBoolean()) {
        return key;
      }
    }
    throw new AssertionError("no key is the current one");
  }

  private static double serving() {
    return PrometheusText.read(Api.anonymous().get("metrics").text())
        .value("madoguchi_authority_serving{adapter=\"own\"}");
  }

  private void keep(String file, String as) throws IOException {
    Files.copy(folder.resolve(file), folder.resolve(as));
  }

  private void link(String keyId, String link) throws IOException {
    Api.Reply reply = Api.anonymous().get("ca/sign.cer?keyId=" + keyId + "&link=" + link);
    assertThat(reply.status()).isEqualTo(200);
    Files.write(folder.resolve(link + ".cer"), reply.body());
    Command.openssl(folder, "x509", "-inform", "DER", "-in", link + ".cer", "-out", link + ".pem");
  }

  private String verified(String trusted, String untrusted, String holder) {
    return Command.run(
            folder,
            "openssl",
            "verify",
            "-attime",
            Certificates.ATTIME,
            "-CAfile",
            trusted,
            "-untrusted",
            untrusted,
            holder)
        .output();
  }
}
