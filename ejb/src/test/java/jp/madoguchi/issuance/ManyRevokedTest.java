package jp.madoguchi.issuance;

import static jp.madoguchi.issuance.CertificateType.USER_AUTHENTICATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A list of very many revoked certificates, read back by openssl. {@code -Dmadoguchi.revoked=N
 * -Dtest.jvm=-Xmx96m} takes another number of them, in a heap that could not hold the list.
 */
class ManyRevokedTest {

  private static final int REVOKED = Integer.getInteger("madoguchi.revoked", 20_000);

  private static final String RESIDENT = "-77";

  private final TestAuthority authority = TestAuthority.shared();

  @TempDir Path directory;

  @BeforeEach
  void revokeMany() {
    String keyId = authority.at(desk -> desk.authorities.current(USER_AUTHENTICATION).keyId());
    TestDatabase.shared()
        .doInTransaction(
            entities ->
                entities
                    .createNativeQuery(
                        "insert into madoguchi.certificate (serial, type, authority_key_id, state,"
                            + " resident_id, reception_number, key_hash, to_be_signed, signature,"
                            + " not_before, not_after, planned_at, issued_at, published_at,"
                            + " revoked_at, revocation_reason, list_pending)"
                            + " select 85070591730234615865843651857942052864::numeric + n::bigint * 7919,"
                            + " 'USER_AUTHENTICATION', ?, 'REVOKED', "
                            + RESIDENT
                            + ", 'many', sha256(n::text::bytea), ''::bytea, ''::bytea,"
                            + " '2024-01-01'::timestamptz, '2029-01-01', '2024-01-01', '2024-01-01',"
                            + " '2024-01-01', '2026-01-01'::timestamptz + n * interval '1 second',"
                            + " 'SUPERSEDED', n = 1 from generate_series(1, ?) n")
                    .setParameter(1, keyId)
                    .setParameter(2, REVOKED)
                    .executeUpdate());
  }

  @AfterEach
  void forgetThem() {
    TestDatabase.shared()
        .doInTransaction(
            entities ->
                entities
                    .createNativeQuery(
                        "delete from madoguchi.certificate where resident_id = " + RESIDENT)
                    .executeUpdate());
  }

  @Test
  void aListOfManyIsMadeAndServedInParts() throws Exception {
    long before = System.nanoTime();
    RevocationList list = authority.at(desk -> desk.list(USER_AUTHENTICATION));
    Path file = directory.resolve("list.crl");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int position = 0; Files.size(file) < list.size(); position++) {
        int wanted = position;
        out.write(
            authority.at(desk -> desk.fetch(table -> table.part(list, wanted))).orElseThrow());
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    System.out.printf(
        "%,d revoked: list of %,d bytes in %,d ms, heap %,d MiB%n",
        REVOKED, list.size(), took.toMillis(), Runtime.getRuntime().maxMemory() >> 20);
    assertThat(Files.size(file)).isEqualTo(list.size());
    assertThat(entriesBy(file)).isGreaterThanOrEqualTo(REVOKED);
    assertThat(took).isLessThan(Duration.ofSeconds(15 + REVOKED / 20_000));
  }

  /** Counts what openssl reads, without keeping a line of it. */
  private int entriesBy(Path file) throws IOException, InterruptedException {
    Process openssl =
        new ProcessBuilder(
                "openssl", "crl", "-inform", "DER", "-noout", "-text", "-in", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int entries = 0;
    try (var lines = openssl.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        entries += line.contains("Serial Number:") ? 1 : 0;
      }
    }
    assertThat(openssl.waitFor()).isZero();
    return entries;
  }
}
