package jp.madoguchi.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.madoguchi.issuance.TestAuthority.Desk;
import jp.madoguchi.issuance.jpa.Renewal;
import jp.madoguchi.outside.OutsideAuthority;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new key under the same name; what the former one signed goes on being verified. */
class AuthorityRolloverTest {

  private static final CertificateType TYPE = CertificateType.SIGNATURE;
  private static final Instant CHECKED_AT = Instant.parse("2026-11-24T02:00:00Z");

  @TempDir private Path directory;
  private ChosenSettings settings;

  @BeforeEach
  void theRealKeys() throws IOException {
    settings = TestAuthority.shared().settings().with("authority.directory", directory.toString());
    for (String name : new String[] {"sign.p12", "auth.p12"}) {
      Files.copy(TestAuthority.shared().directory().resolve(name), directory.resolve(name));
    }
  }

  /** openssl judges each generation's certificate, list and OCSP answer, after the rollover. */
  @Test
  void certificatesListsAndAnswersOfBothGenerationsAreVerified() {
    onTheRealTable(
        desk -> {
          Authority former = desk.authorities.current(TYPE);
          CertificateSerialNumber early = live(desk);
          desk.renew(TYPE, KeyHome.FILE);
          Authority current = desk.authorities.current(TYPE);
          CertificateSerialNumber late = live(desk);
          assertThat(current.keyId()).isNotEqualTo(former.keyId());
          desk.authority.revoke(late, RevocationReason.KEY_COMPROMISE);
          judge(desk, former, early, "good");
          judge(desk, current, late, "revoked");
        });
  }

  /** RFC 4210 4.4: who trusts one of the two keys finds the way to the other. */
  @Test
  void whoTrustsOneKeyFindsTheWayToTheOther() {
    onTheRealTable(
        desk -> {
          Authority former = desk.authorities.current(TYPE);
          CertificateSerialNumber early = live(desk);
          desk.renew(TYPE, KeyHome.FILE);
          Authority current = desk.authorities.current(TYPE);
          CertificateSerialNumber late = live(desk);
          pem("old.pem", "CERTIFICATE", KeystoreAgreement.encoded(former.certificate()));
          pem("new.pem", "CERTIFICATE", KeystoreAgreement.encoded(current.certificate()));
          pem("early.pem", "CERTIFICATE", desk.certificates.issued(early).orElseThrow().der());
          pem("late.pem", "CERTIFICATE", desk.certificates.issued(late).orElseThrow().der());
          pem("new-with-old.pem", "CERTIFICATE", link(desk, current, AuthorityLink.NEW_WITH_OLD));
          pem("old-with-new.pem", "CERTIFICATE", link(desk, current, AuthorityLink.OLD_WITH_NEW));
          assertThat(verified("old.pem", "new-with-old.pem", "late.pem")).contains("late.pem: OK");
          assertThat(verified("new.pem", "old-with-new.pem", "early.pem"))
              .contains("early.pem: OK");
          assertThat(verified("old.pem", "old-with-new.pem", "late.pem")).doesNotContain(": OK");
        });
  }

  /**
   * Whichever of its transactions is the last one, before its work or after it: the authority
   * starts, issues, and the rollover is resumed to one new key.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, -1, 2, -2, 3})
  void aRolloverThatIsCutOffStopsNothingAndIsResumed(int cut) {
    TestAuthority.shared()
        .tryOut(
            entities -> {
              Desk before = desk(entities, new CutOff(cut));
              before.establishment.establish();
              String former = before.authorities.current(TYPE).keyId();
              long id = before.granted(TYPE, KeyHome.FILE);
              assertThatThrownBy(() -> before.rollover.perform(id)).isInstanceOf(Killed.class);

              Desk after = desk(entities, new TestAuthority.InOneTransaction());
              after.establishment.establish();
              live(after);
              if (cut < 3 && cut != -2) {
                assertThat(after.authorities.current(TYPE).keyId()).isEqualTo(former);
                after.rollover.perform(id);
              }
              assertThat(after.authorities.current(TYPE).keyId()).isNotEqualTo(former);
              assertThat(after.authorities.all(TYPE)).hasSize(2);
              live(after);
              desk(entities, new TestAuthority.InOneTransaction()).establishment.establish();
            });
  }

  @Test
  void nobodyGrantsWhatTheyAskedFor() {
    Renewal renewal = new Renewal(TYPE, KeyHome.FILE, "五年", "admin1", CHECKED_AT);
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> renewal.decide(true, "よい", "admin1", CHECKED_AT))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo("renewal-second-person"));
    renewal.decide(true, "よい", "supervisor1", CHECKED_AT);
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> renewal.decide(true, "よい", "admin2", CHECKED_AT))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo("renewal-decided"));
  }

  @Test
  void theNextKeyIsDueBeforeACertificateWouldOutliveItsIssuer() {
    onTheRealTable(
        desk -> {
          Authority authority = desk.authorities.current(TYPE);
          ChosenSettings some = new ChosenSettings();
          RenewalTerm term = RenewalTerm.of(authority, java.time.LocalDate.of(2021, 1, 1), some);
          assertThat(term.due()).isEqualTo("2025-04-01");
          assertThat(term.last()).isEqualTo("2039-04-01");
          assertThat(term.urgency()).isEqualTo(RenewalTerm.Urgency.FAR);
          assertThat(urgency(authority, "2024-10-01", some)).isEqualTo(RenewalTerm.Urgency.SOON);
          assertThat(urgency(authority, "2025-04-01", some)).isEqualTo(RenewalTerm.Urgency.DUE);
          assertThat(urgency(authority, "2039-04-02", some)).isEqualTo(RenewalTerm.Urgency.LATE);
          some.with("authority.key-years", "30");
          assertThat(RenewalTerm.of(authority, java.time.LocalDate.of(2021, 1, 1), some).due())
              .isEqualTo("2039-04-01");
        });
  }

  private static RenewalTerm.Urgency urgency(Authority authority, String day, ChosenSettings some) {
    return RenewalTerm.of(authority, java.time.LocalDate.parse(day), some).urgency();
  }

  private void judge(
      Desk desk, Authority authority, CertificateSerialNumber serial, String status) {
    pem("ca.pem", "CERTIFICATE", KeystoreAgreement.encoded(authority.certificate()));
    pem("holder.pem", "CERTIFICATE", desk.certificates.issued(serial).orElseThrow().der());
    desk.list(TYPE);
    RevocationList list = desk.newest(ListScope.full(TYPE), authority.keyId()).orElseThrow();
    pem("list.pem", "X509 CRL", desk.der(list));
    String verdict =
        run(
            "openssl",
            "verify",
            "-x509_strict",
            "-crl_check",
            "-attime",
            "" + CHECKED_AT.getEpochSecond(),
            "-CAfile",
            "ca.pem",
            "-CRLfile",
            "list.pem",
            "holder.pem");
    assertThat(verdict).contains(status.equals("good") ? "holder.pem: OK" : "certificate revoked");
    run(
        "openssl",
        "ocsp",
        "-issuer",
        "ca.pem",
        "-cert",
        "holder.pem",
        "-no_nonce",
        "-reqout",
        "request.der");
    write("answer.der", desk.responder.answer(TYPE, read("request.der")).der());
    assertThat(
            run(
                "openssl",
                "ocsp",
                "-issuer",
                "ca.pem",
                "-cert",
                "holder.pem",
                "-CAfile",
                "ca.pem",
                "-respin",
                "answer.der",
                "-no_nonce",
                "-attime",
                "" + CHECKED_AT.getEpochSecond(),
                "-validity_period",
                "1000000000"))
        .contains("Response verify OK", "holder.pem: " + status);
  }

  private String verified(String trusted, String untrusted, String leaf) {
    return run(
        "openssl",
        "verify",
        "-attime",
        "" + CHECKED_AT.getEpochSecond(),
        "-CAfile",
        trusted,
        "-untrusted",
        untrusted,
        leaf);
  }

  private String run(String... words) {
    return Command.run(directory, words).output();
  }

  private static byte[] link(Desk desk, Authority current, AuthorityLink link) {
    return desk.fetch(table -> table.link(TYPE, current.keyId(), link)).orElseThrow();
  }

  private static CertificateSerialNumber live(Desk desk) {
    CertificateSerialNumber serial = desk.authority.plan(Orders.forSignature());
    desk.authority.issue(serial);
    desk.authority.publish(serial);
    return serial;
  }

  private Desk desk(EntityManager entities, TestAuthority.InOneTransaction transaction) {
    MovableClock clock = new MovableClock("2026-11-24T10:00");
    return new Desk(entities, settings, clock, transaction);
  }

  private void onTheRealTable(Consumer<Desk> work) {
    TestAuthority.shared()
        .tryOut(
            entities -> {
              Desk desk = desk(entities, new TestAuthority.InOneTransaction());
              desk.establishment.establish();
              work.accept(desk);
            });
  }

  private void pem(String name, String kind, byte[] der) {
    OutsideAuthority.pem(directory.resolve(name), kind, der);
  }

  private byte[] read(String name) {
    try {
      return Files.readAllBytes(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, byte[] bytes) {
    try {
      Files.write(directory.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server's process ends. */
  private static final class Killed extends Error {}

  /** The server is killed before a transaction does its work, or, negative, after it committed. */
  private static final class CutOff extends TestAuthority.InOneTransaction {
    private final int cut;
    private int calls;

    private CutOff(int cut) {
      this.cut = cut;
    }

    @Override
    public <T> T call(Supplier<T> work) {
      calls++;
      if (calls == cut) {
        throw new Killed();
      }
      T result = super.call(work);
      if (calls == -cut) {
        throw new Killed();
      }
      return result;
    }
  }
}
