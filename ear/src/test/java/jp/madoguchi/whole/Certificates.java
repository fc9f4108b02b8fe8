package jp.madoguchi.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;

/** The issued certificates as the counter hands them out. */
final class Certificates {

  /** Some hours after the office's clock in these tests, in seconds since 1970, for openssl. */
  static final String ATTIME =
      Long.toString(OffsetDateTime.parse(Office.TUESDAY_MORNING).plusHours(2).toEpochSecond());

  private Certificates() {}

  static byte[] inDer(String serialHex) {
    Api.Reply reply =
        Api.as("clerk1").get("api/certificates/" + serialHex, "application/pkix-cert");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.body();
  }
}
