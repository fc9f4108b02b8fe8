package jp.madoguchi.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;
import jp.madoguchi.issuance.TestAuthority.Desk;
import jp.madoguchi.outside.OutsideAuthority;
import jp.madoguchi.outside.SoftToken;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Severity;
import jp.madoguchi.testing.MovableClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** An authority's key on a PKCS#11 token, which here is SoftHSM's. */
class AuthorityTokenTest {

  private static final CertificateType TYPE = CertificateType.SIGNATURE;

  @TempDir private Path directory;
  private SoftToken token;
  private ChosenSettings settings;

  @BeforeEach
  void aTokenAndTheRealKeys() throws IOException {
    token = SoftToken.shared();
    settings = TestAuthority.shared().settings().with("authority.directory", directory.toString());
    token.settings().forEach(settings::with);
    for (String name : new String[] {"sign.p12", "auth.p12"}) {
      Files.copy(TestAuthority.shared().directory().resolve(name), directory.resolve(name));
    }
  }

  @Test
  void theNextKeyIsMadeOnTheTokenAndSignsAfterARestart() {
    TestAuthority.shared()
        .tryOut(
            entities -> {
              Desk desk = started(entities, settings);
              Authority former = desk.authorities.current(TYPE);
              CertificateSerialNumber planned = desk.authority.plan(Orders.forSignature());
              desk.renew(TYPE, KeyHome.TOKEN);
              assertThat(desk.authorities.current(TYPE).home()).isEqualTo(KeyHome.TOKEN);
              assertThat(desk.authorities.current(TYPE).key().getEncoded()).isNull();

              Desk restarted = started(entities, settings);
              Authority current = restarted.authorities.current(TYPE);
              assertThat(current.home()).isEqualTo(KeyHome.TOKEN);
              assertThat(restarted.token.awaySince()).isEmpty();
              assertSigned(restarted, live(restarted), current);
              restarted.authority.issue(planned);
              assertSigned(restarted, planned, former);
              assertThat(restarted.list(TYPE).keyId()).isEqualTo(current.keyId());
            });
  }

  /** A program that is not ours reads what the token says of the key. */
  @Test
  void theKeyCannotBeTakenOutOfTheToken() {
    TestAuthority.shared()
        .tryOut(
            entities -> {
              Desk desk = started(entities, settings);
              desk.renew(TYPE, KeyHome.TOKEN);
              String listed = pkcs11Tool(token.pin(), "--list-objects", "--type", "privkey");
              assertThat(listed)
                  .contains("sensitive, always sensitive, never extractable")
                  .doesNotContain("Access:     none");
            });
  }

  /** Nobody has to start the server again when the token is back. */
  @Test
  void withoutItsTokenTheAuthorityStartsSaysSoAndComesBackWithIt() {
    TestAuthority.shared()
        .tryOut(
            entities -> {
              started(entities, settings).renew(TYPE, KeyHome.TOKEN);
              Path library = directory.resolve("libtoken.so");
              settings.with("authority.token.library", library.toString());

              Desk desk = started(entities, settings);
              assertThat(desk.token.awaySince()).isPresent();
              assertThat(state(desk).word()).isEqualTo("AWAY");
              CertificateSerialNumber planned = desk.authority.plan(Orders.forSignature());
              assertTokenAway(() -> desk.authority.issue(planned));

              copy(token.library(), library);
              desk.authorities.proveTokens();
              assertThat(desk.token.awaySince()).isEmpty();
              assertThat(state(desk).serves()).isTrue();
              desk.authority.issue(planned);
              assertSigned(desk, planned, desk.authorities.current(TYPE));
            });
  }

  /** The server runs on, and so does everything that needs no new signature of the token's. */
  @Test
  void aTokenThatIsPulledWhileTheServerRunsStopsIssuingAndNewListsUntilItIsBack() {
    TestAuthority.shared()
        .tryOut(
            entities -> {
              Desk desk = started(entities, settings);
              desk.renew(TYPE, KeyHome.TOKEN);
              CertificateSerialNumber early = live(desk);
              CertificateSerialNumber planned = desk.authority.plan(Orders.forSignature());
              RevocationList last = desk.list(TYPE);
              pull();
              assertThat(said(() -> assertTokenAway(() -> desk.authority.issue(planned))))
                  .contains("since 2026-11-24T01:00:00Z", "CKR_");
              assertThat(state(desk).word()).isEqualTo("AWAY");
              assertThat(desk.token.state()).isEqualTo(TokenState.AWAY);
              desk.authority.revoke(early, RevocationReason.KEY_COMPROMISE);
              desk.clock.moveTo("2026-11-24T10:01");
              assertThat(desk.list(TYPE)).as("the last one holds").isEqualTo(last);
              assertThat(heard(desk, early)).contains("holder.pem: revoked");
              desk.clock.moveTo("2026-11-24T11:00");
              desk.authorities.proveTokens();
              assertThat(desk.token.awaySince()).hasValue(Instant.parse("2026-11-24T01:00:00Z"));

              putBack();
              desk.clock.moveTo("2026-11-24T11:01");
              desk.authorities.proveTokens();
              assertThat(state(desk).word()).isEqualTo("SERVING");
              assertThat(desk.token.state()).isEqualTo(TokenState.READY);
              desk.authority.issue(planned);
              assertSigned(desk, planned, desk.authorities.current(TYPE));
              assertThat(serials(desk, desk.list(TYPE))).contains(early.value());
            });
  }

  /** As after a token's own restart: what was logged in is so no more. */
  @Test
  void sessionsThatEndedAreOpenedAnewBeforeAnybodyNotices() {
    TestAuthority.shared()
        .tryOut(
            entities -> {
              Desk desk = started(entities, settings);
              desk.renew(TYPE, KeyHome.TOKEN);
              CertificateSerialNumber planned = desk.authority.plan(Orders.forSignature());
              NativeLibrary.getInstance(token.library().toString())
                  .getFunction("C_CloseAllSessions")
                  .invokeLong(new Object[] {new NativeLong(Long.parseLong(token.slot()))});
              desk.authority.issue(planned);
              assertThat(desk.token.awaySince()).isEmpty();
            });
  }

  /** Its successor is in the file: everybody goes on being told what was revoked. */
  @Test
  void aFormerKeyThatIsAwayWithItsTokenStopsNoListAndHasItsOwnWhenItIsBack() {
    TestAuthority.shared()
        .tryOut(
            entities -> {
              started(entities, settings).renew(TYPE, KeyHome.TOKEN);
              Path library = directory.resolve("liblost.so");
              settings.with("authority.token.library", library.toString());
              Desk desk = started(entities, settings);
              Authority lost = desk.authorities.current(TYPE);
              ListScope full = ListScope.full(TYPE);
              desk.renew(TYPE, KeyHome.FILE);
              assertThat(desk.token.awaySince()).isPresent();
              assertThat(state(desk).serves()).as("the key in the file signs").isTrue();

              CertificateSerialNumber revoked = live(desk);
              desk.authority.revoke(revoked, RevocationReason.KEY_COMPROMISE);
              RevocationList list = desk.list(TYPE);
              assertThat(list.keyId()).isEqualTo(desk.authorities.current(TYPE).keyId());
              assertThat(serials(desk, list)).contains(revoked.value());
              assertThat(desk.newest(full, lost.keyId())).isEmpty();
              assertThat(desk.list(TYPE)).as("nothing is new").isEqualTo(list);

              copy(token.library(), library);
              desk.clock.moveTo("2026-11-24T10:02");
              desk.list(TYPE);
              RevocationList own = desk.newest(full, lost.keyId()).orElseThrow();
              assertThat(serials(desk, own)).contains(revoked.value());
            });
  }

  private static Set<BigInteger> serials(Desk desk, RevocationList list) {
    Set<BigInteger> serials = new HashSet<>();
    for (Object entry : crl(desk, list).getRevokedCertificates()) {
      serials.add(((X509CRLEntryHolder) entry).getSerialNumber());
    }
    return serials;
  }

  private static X509CRLHolder crl(Desk desk, RevocationList list) {
    try {
      return new X509CRLHolder(desk.der(list));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A token locks itself after some wrong ones. A library that is loaded once more: in the other
   * one the process is logged in already.
   */
  @Test
  void aWrongPinIsSaidNeverShownAndNotTriedAgain() {
    String wrong = "not-the-pin-4711";
    Path library = directory.resolve("libother.so");
    copy(token.library(), library);
    settings.with("authority.token.library", library.toString()).with("authority.token.pin", wrong);
    TestAuthority.shared()
        .tryOut(
            entities -> {
              Desk desk = started(entities, settings);
              long granted = desk.granted(TYPE, KeyHome.TOKEN);
              assertThat(chain(assertTokenAway(() -> desk.rollover.perform(granted))))
                  .doesNotContain(wrong);
              desk.authority.issue(desk.authority.plan(Orders.forSignature()));

              // it would be taken now
              changePin(token.pin(), wrong);
              try {
                desk.clock.moveTo("2026-11-24T11:00");
                assertTokenAway(() -> desk.rollover.perform(granted));
                assertThat(desk.token.state()).isEqualTo(TokenState.PIN_REFUSED);
              } finally {
                changePin(wrong, token.pin());
              }
              settings.with("authority.token.pin", token.pin());
              desk.rollover.perform(granted);
              assertThat(desk.token.awaySince()).isEmpty();
            });
  }

  private void changePin(String from, String to) {
    assertThat(pkcs11Tool(from, "--change-pin", "--new-pin", to)).contains("successfully changed");
  }

  private String pkcs11Tool(String pin, String... more) {
    String[] words = {"pkcs11-tool", "--module", token.library().toString()};
    String[] login = {"--slot", token.slot(), "--login", "--pin", pin};
    return Command.run(directory, with(with(words, login), more)).output();
  }

  /** The first keys of an office that begins with a token. */
  @Test
  void theFirstKeysAreMadeOnTheTokenWhereTheSettingSaysSo() throws IOException {
    Files.delete(directory.resolve("sign.p12"));
    Files.delete(directory.resolve("auth.p12"));
    settings.with("authority.key-home", "token");
    TestAuthority.shared()
        .tryOut(
            entities -> {
              entities.createNativeQuery("truncate madoguchi.authority cascade").executeUpdate();
              Desk desk = started(entities, settings);
              assertThat(desk.authorities.current(TYPE).home()).isEqualTo(KeyHome.TOKEN);
              assertSigned(desk, live(desk), desk.authorities.current(TYPE));
            });
  }

  /** How many signatures a second the token makes beside the file: docs/performance.md. */
  @Test
  @EnabledIfSystemProperty(named = "madoguchi.measure", matches = "token")
  void signaturesASecond() {
    TestAuthority.shared()
        .tryOut(
            entities -> {
              Desk desk = started(entities, settings);
              SigningProvider signing = new SigningProvider(settings);
              measure("file", signing, desk.authorities.current(TYPE));
              desk.renew(TYPE, KeyHome.TOKEN);
              measure("token", signing, desk.authorities.current(TYPE));
            });
  }

  private static void measure(String what, SigningProvider signing, Authority authority) {
    byte[] bytes = new byte[1500];
    for (int round = 0; round < 3; round++) {
      long begun = System.nanoTime();
      int signatures = 0;
      while (System.nanoTime() - begun < 5_000_000_000L) {
        signing.sign(authority.key(), bytes);
        signatures++;
      }
      System.out.println(what + ": " + signatures / 5 + " signatures a second");
    }
  }

  private static BusinessException assertTokenAway(ThrowingCallable use) {
    BusinessException thrown = catchThrowableOfType(BusinessException.class, use);
    assertThat(thrown.problem().code()).isEqualTo("authority-token-away");
    assertThat(thrown.problem().severity()).isEqualTo(Severity.UNAVAILABLE);
    return thrown;
  }

  /** What the log says meanwhile. */
  private static String said(Runnable work) {
    StringBuilder said = new StringBuilder();
    Handler listener =
        new StreamHandler() {
          @Override
          public void publish(LogRecord entry) {
            said.append(new SimpleFormatter().formatMessage(entry)).append('\n');
          }
        };
    Logger log = Logger.getLogger(AuthorityToken.class.getName());
    log.addHandler(listener);
    try {
      work.run();
    } finally {
      log.removeHandler(listener);
    }
    return said.toString();
  }

  private static AuthorityState.Now state(Desk desk) {
    return new AuthorityState(
            desk.authorities,
            new PlannedStops(desk.settings, desk.clock),
            new OutsideLine(desk.settings, desk.clock),
            desk.token,
            desk.clock,
            desk.settings)
        .now();
  }

  private static String chain(Throwable thrown) {
    StringBuilder all = new StringBuilder();
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      all.append(one);
    }
    return all.toString();
  }

  private void pull() {
    try {
      token.pull();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void putBack() {
    try {
      token.putBack();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CertificateSerialNumber live(Desk desk) {
    CertificateSerialNumber serial = desk.authority.plan(Orders.forSignature());
    desk.authority.issue(serial);
    desk.authority.publish(serial);
    return serial;
  }

  private void assertSigned(Desk desk, CertificateSerialNumber serial, Authority by) {
    OutsideAuthority.pem(
        directory.resolve("ca.pem"), "CERTIFICATE", KeystoreAgreement.encoded(by.certificate()));
    OutsideAuthority.pem(
        directory.resolve("holder.pem"),
        "CERTIFICATE",
        desk.certificates.issued(serial).orElseThrow().der());
    assertThat(
            Command.run(
                    directory,
                    "openssl",
                    "verify",
                    "-attime",
                    "1795485600",
                    "-CAfile",
                    "ca.pem",
                    "holder.pem")
                .output())
        .contains("holder.pem: OK");
  }

  /** What openssl reads in the answer about a certificate of the current key. */
  private String heard(Desk desk, CertificateSerialNumber serial) {
    assertSigned(desk, serial, desk.authorities.current(TYPE));
    String[] question = {
      "openssl", "ocsp", "-issuer", "ca.pem", "-cert", "holder.pem", "-no_nonce"
    };
    Command.run(directory, with(question, "-reqout", "request.der"));
    try {
      byte[] request = Files.readAllBytes(directory.resolve("request.der"));
      Files.write(directory.resolve("answer.der"), desk.responder.answer(TYPE, request).der());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] answered = {"-CAfile", "ca.pem", "-respin", "answer.der", "-attime", "1795485660"};
    return Command.run(directory, with(with(question, answered), "-validity_period", "100000000"))
        .output();
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  private static Desk started(EntityManager entities, ChosenSettings settings) {
    Desk desk = new Desk(entities, settings, new MovableClock("2026-11-24T10:00"));
    desk.establishment.establish();
    return desk;
  }
}
