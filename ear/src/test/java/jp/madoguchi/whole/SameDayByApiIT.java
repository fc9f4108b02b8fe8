package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R-SELF-SAME-DAY by programs alone, judged by openssl. */
class SameDayByApiIT {

  private static final Map<String, Object> PINS =
      Map.of("SIGNATURE", "MADO2026", "USER_AUTHENTICATION", "2468");

  @TempDir private Path folder;

  @Test
  void bothCertificatesAreOnTheCardAtTheEndOfOneVisit() throws Exception {
    Visit visit = Visit.of(21);
    assertThat(visit.apply("NEW", "SIGNATURE", "USER_AUTHENTICATION").status()).isEqualTo(201);
    visit.writtenWith(PINS).handedOver();

    JsonNode certificates = visit.look().get("certificates");
    assertThat(certificates).hasSize(2);
    for (JsonNode certificate : certificates) {
      verify(certificate.get("type").asText(), certificate.get("serial").asText());
    }
  }

  private void verify(String type, String serial) throws IOException {
    String path = type.equals("SIGNATURE") ? "sign" : "auth";
    Api anonymous = Api.anonymous();
    Files.write(folder.resolve("ca.cer"), anonymous.get("ca/" + path + ".cer").body());
    Files.write(folder.resolve("crl.der"), anonymous.get("crl/" + path + ".crl").body());
    Files.write(folder.resolve("ee.cer"), Certificates.inDer(serial));
    String holder = "ee-" + path + ".pem";
    openssl("x509", "-inform", "DER", "-in", "ca.cer", "-out", "ca.pem");
    openssl("x509", "-inform", "DER", "-in", "ee.cer", "-out", holder);
    openssl("crl", "-inform", "DER", "-in", "crl.der", "-out", "crl.pem");
    String chain =
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
    assertThat(chain).contains(holder + ": OK");
    String status =
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
    assertThat(status).contains("Response verify OK", holder + ": good");
  }

  private String openssl(String... words) {
    return Command.openssl(folder, words);
  }
}
