package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The running counter describes itself to whoever wants to call it. */
class OpenApiIT {

  @Test
  void theDescriptionIsServedToEverybody() {
    Api.Reply reply = Api.anonymous().get("api/openapi.json");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.contentType()).startsWith("application/json");
    assertThat(reply.json().get("openapi").asText()).startsWith("3.");
    assertThat(reply.json().get("paths").size()).isGreaterThan(50);
  }
}
