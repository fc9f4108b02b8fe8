package jp.madoguchi.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import jp.madoguchi.issuance.TestAuthority.Desk;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test begins with an empty table or a copy of the real keystores, and takes all back. */
class AuthorityEstablishmentTest {

  private static final String NOW = "2026-11-24T10:00";

  @TempDir private Path directory;
  private ChosenSettings settings;

  @BeforeEach
  void aDirectoryOfItsOwn() {
    settings = TestAuthority.shared().settings().with("authority.directory", directory.toString());
  }

  @Test
  void theFirstStartMakesBothAuthorities() {
    onAnEmptyTable(
        desk -> {
          desk.establishment.establish();
          assertThat(directory.resolve("sign.p12")).exists();
          assertThat(directory.resolve("auth.p12")).exists();
          assertThat(desk.authorities.current(CertificateType.SIGNATURE).keyId())
              .isNotEqualTo(desk.authorities.current(CertificateType.USER_AUTHENTICATION).keyId());
          assertThat(desk.acts.names())
              .containsExactly("authority.established", "authority.established");
        });
  }

  @Test
  void theFirstKeysAreValidFromNowOn() {
    onAnEmptyTable(desk -> assertThat(validFrom(desk)).isEqualTo("2026-11-24T01:00:00Z"));
  }

  /** In the training stage the clock can be moved to before the day of the ceremony. */
  @Test
  void theFirstKeysAreValidFromTheDayOfTheSetting() {
    settings = settings.with("authority.valid-from", "2016-01-01");
    onAnEmptyTable(desk -> assertThat(validFrom(desk)).isEqualTo("2015-12-31T15:00:00Z"));
  }

  @Test
  void theFirstKeysAreValidAtOnceWhateverTheSettingSays() {
    settings = settings.with("authority.valid-from", "2027-01-01");
    onAnEmptyTable(desk -> assertThat(validFrom(desk)).isEqualTo("2026-11-24T01:00:00Z"));
  }

  private static Instant validFrom(Desk desk) {
    desk.establishment.establish();
    return desk.authorities
        .current(CertificateType.SIGNATURE)
        .certificate()
        .getNotBefore()
        .toInstant();
  }

  @Test
  void theKeysAreReadableByTheirOwnerAlone() throws Exception {
    onAnEmptyTable(desk -> desk.establishment.establish());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("sign.p12"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aLaterStartFindsTheSameAuthorities() {
    onAnEmptyTable(
        desk -> {
          desk.establishment.establish();
          String first = desk.authorities.current(CertificateType.SIGNATURE).keyId();
          desk.establishment.establish();
          assertThat(desk.authorities.current(CertificateType.SIGNATURE).keyId()).isEqualTo(first);
          assertThat(desk.acts.all()).hasSize(2);
        });
  }

  @Test
  void withoutTheKeystoreNothingIsMadeAnew() {
    onTheRealTable(
        entities -> {
          assertRefused(() -> desk(entities).establishment.establish(), "keystore-missing");
          assertThat(directory).isEmptyDirectory();
        });
  }

  @Test
  void aKeystoreWithoutItsTableIsRefused() {
    onAnEmptyTable(
        desk -> {
          copyKeystores();
          assertRefused(() -> desk.establishment.establish(), "table-empty");
          assertThat(file("sign.p12")).exists();
        });
  }

  @Test
  void aWrongPasswordIsRefused() {
    onTheRealTable(
        entities -> {
          copyKeystores();
          settings.with("authority.password", "another");
          assertRefused(() -> desk(entities).establishment.establish(), "keystore-unreadable");
        });
  }

  @Test
  void aMissingPasswordIsRefusedOutsideTheTrainingStage() {
    settings.with("authority.password", "");
    onAnEmptyTable(desk -> assertRefused(() -> desk.establishment.establish(), "password-missing"));
    settings.with("stage", "embedded");
    onAnEmptyTable(desk -> desk.establishment.establish());
  }

  @Test
  void aBrokenFileIsRefused() {
    onTheRealTable(
        entities -> {
          copyKeystores();
          write("auth.p12", new byte[] {1, 2, 3});
          assertRefused(() -> desk(entities).establishment.establish(), "keystore-unreadable");
        });
  }

  @Test
  void keysOfAnotherInstallationAreRefused() {
    onAnEmptyTable(desk -> desk.establishment.establish());
    onTheRealTable(
        entities ->
            assertRefused(() -> desk(entities).establishment.establish(), "keystore-differs"));
  }

  @Test
  void aChangedNameIsRefused() {
    onTheRealTable(
        entities -> {
          copyKeystores();
          settings.with("authority.organization", "ANOTHER-TEST");
          assertRefused(() -> desk(entities).establishment.establish(), "authority-name-changed");
        });
  }

  @Test
  void aRenewedAuthorityHasTheSameNameAndAnotherKey() {
    onTheRealTable(
        entities -> {
          copyKeystores();
          Desk desk = desk(entities);
          desk.establishment.establish();
          Authority former = desk.authorities.current(CertificateType.SIGNATURE);
          desk.renew(CertificateType.SIGNATURE, KeyHome.FILE);
          Authority current = desk.authorities.current(CertificateType.SIGNATURE);
          assertThat(current.keyId()).isNotEqualTo(former.keyId());
          assertThat(current.certificate().getSubject())
              .isEqualTo(former.certificate().getSubject());
          assertThat(desk.authorities.all(CertificateType.SIGNATURE))
              .extracting(Authority::keyId)
              .containsExactly(current.keyId(), former.keyId());
          desk.establishment.establish();
          assertThat(desk.acts.names()).containsExactly("authority.renewed");
        });
  }

  @Test
  void afterARenewalAPlanOfTheFormerKeyIsSignedWithIt() {
    onTheRealTable(
        entities -> {
          copyKeystores();
          Desk desk = desk(entities);
          desk.establishment.establish();
          String former = desk.authorities.current(CertificateType.SIGNATURE).keyId();
          CertificateSerialNumber early = desk.authority.plan(Orders.forSignature());
          desk.renew(CertificateType.SIGNATURE, KeyHome.FILE);
          CertificateSerialNumber late = desk.authority.plan(Orders.forSignature());
          desk.authority.issue(early);
          desk.authority.issue(late);
          assertThat(desk.repository.find(early).orElseThrow().authorityKeyId()).isEqualTo(former);
          assertThat(desk.repository.find(late).orElseThrow().authorityKeyId())
              .isNotEqualTo(former);
          RevocationList list = desk.list(CertificateType.SIGNATURE);
          RevocationList formers =
              desk.newest(ListScope.full(CertificateType.SIGNATURE), former).orElseThrow();
          assertThat(list.number()).isNotEqualTo(formers.number());
          assertThat(formers.keyId()).isEqualTo(former);
        });
  }

  private Desk desk(EntityManager entities) {
    return new Desk(entities, settings, new MovableClock(NOW));
  }

  private void onTheRealTable(Consumer<EntityManager> work) {
    TestAuthority.shared().tryOut(work);
  }

  private void onAnEmptyTable(Consumer<Desk> work) {
    TestAuthority.shared()
        .tryOut(
            entities -> {
              // with everything that names an authority or one of its certificates
              entities.createNativeQuery("truncate madoguchi.authority cascade").executeUpdate();
              work.accept(desk(entities));
            });
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private void copyKeystores() {
    for (String name : new String[] {"sign.p12", "auth.p12"}) {
      try {
        write(name, Files.readAllBytes(TestAuthority.shared().directory().resolve(name)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void write(String name, byte[] bytes) {
    try {
      Files.write(file(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The refusal has words that say what to do. */
  private static void assertRefused(Runnable act, String code) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(act::run)
        .satisfies(
            e -> {
              assertThat(e.problem().code()).endsWith(code);
              for (Locale locale : new Locale[] {Locale.JAPANESE, Locale.ENGLISH}) {
                assertThat(Texts.find(locale, "problem." + e.problem().code() + ".next"))
                    .isPresent();
              }
            });
  }
}
