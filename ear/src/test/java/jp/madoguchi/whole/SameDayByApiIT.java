package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
      StatusOutside.assertGood(
          folder,
          certificate.get("type").asText().equals("SIGNATURE") ? "sign" : "auth",
          certificate.get("serial").asText());
    }
  }
}
