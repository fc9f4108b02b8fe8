package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.madoguchi.agent.reader.OpenSc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R-SELF-SAME-DAY by programs alone, judged by openssl and OpenSC. */
class SameDayByApiIT {

  private static final Map<String, Object> PINS =
      Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468");

  @TempDir private Path folder;

  /** Where OpenSC finds the key of a certificate on the card. */
  private record Key(String path, String slot, String id) {

    static Key of(String type) {
      return type.equals("SIGNATURE") ? new Key("sign", "1", "02") : new Key("auth", "0", "01");
    }
  }

  /**
   * The card is then taken home: other people's software signs with it, by the PINs of that day.
   */
  @Test
  void bothCertificatesAreOnTheCardAtTheEndOfOneVisitAndItSignsAtHome() throws Exception {
    Visit visit = Visit.of(21);
    assertThat(visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION").status()).isEqualTo(201);
    visit
        .cardPutOnReader()
        .papersChecked()
        .cardPresented()
        .pinsEntered(PINS)
        .written()
        .handedOver();

    JsonNode certificates = visit.look().get("certificates");
    assertThat(certificates).hasSize(2);
    for (JsonNode certificate : certificates) {
      verify(certificate.get("type").asText(), certificate.get("serial").asText());
    }
    visit.cardTaken();
    signAtHome(visit.card());
  }

  private void signAtHome(String card) throws Exception {
    Path message = Files.writeString(folder.resolve("message"), "確定申告書");
    try (OpenSc openSc = OpenSc.start(folder);
        CardAtHome atHome = CardAtHome.plug(card, openSc)) {
      openSc.awaitTheCard();
      for (Map.Entry<String, Object> pin : PINS.entrySet()) {
        Key key = Key.of(pin.getKey());
        byte[] signature = openSc.sign(key.slot(), key.id(), pin.getValue().toString(), message);
        Files.write(folder.resolve("signature"), signature);
        String holder = "ee-" + key.path() + ".pem";
        openssl("x509", "-in", holder, "-pubkey", "-noout", "-out", "key.pem");
        Command judged =
            openssl("dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "message");
        assertThat(judged.output()).contains("Verified OK");
      }
    }
  }

  private void verify(String type, String serial) throws IOException {
    String path = Key.of(type).path();
    Api anonymous = Api.anonymous();
    Files.write(folder.resolve("ca.cer"), anonymous.get("ca/" + path + ".cer").body());
    Files.write(folder.resolve("crl.der"), anonymous.get("crl/" + path + ".crl").body());
    Files.write(folder.resolve("ee.cer"), Certificates.inDer(serial));
    String holder = "ee-" + path + ".pem";
    openssl("x509", "-inform", "DER", "-in", "ca.cer", "-out", "ca.pem");
    openssl("x509", "-inform", "DER", "-in", "ee.cer", "-out", holder);
    openssl("crl", "-inform", "DER", "-in", "crl.der", "-out", "crl.pem");
    Command chain =
        openssl(
            "verify",
            "-x509_strict",
            "-crl_check",
            "-attime",
            Certificates.ATTIME,
            "-CAfile",
            "ca.pem",
            "-CRLfile",
            "crl.pem",
            holder);
    assertThat(chain.output()).contains(holder + ": OK");
    Command status =
        openssl(
            "ocsp",
            "-issuer",
            "ca.pem",
            "-cert",
            holder,
            "-CAfile",
            "ca.pem",
            "-attime",
            Certificates.ATTIME,
            "-validity_period",
            "31536000",
            "-url",
            RunningCounter.get().address() + "ocsp/" + path);
    assertThat(status.output()).contains("Response verify OK", holder + ": good");
  }

  private Command openssl(String... words) {
    String[] command = new String[words.length + 1];
    command[0] = "openssl";
    System.arraycopy(words, 0, command, 1, words.length);
    Command run = Command.run(folder, command);
    assertThat(run.exit()).as(run.output()).isZero();
    return run;
  }
}
