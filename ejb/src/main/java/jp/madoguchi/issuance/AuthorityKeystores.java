package jp.madoguchi.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/**
 * Where the authorities' keys are kept: {@code sign.p12} and {@code auth.p12} in the directory of
 * the setting {@code authority.directory}, under the password of {@code authority.password}.
 */
@ApplicationScoped
public class AuthorityKeystores {

  private static final String TRAINING_PASSWORD = "training-authority";

  private Settings settings;
  private AuthorityToken token;

  protected AuthorityKeystores() {}

  @Inject
  public AuthorityKeystores(Settings settings, AuthorityToken token) {
    this.settings = settings;
    this.token = token;
  }

  AuthorityKeystore of(CertificateType type) {
    return new AuthorityKeystore(type, directory(), password(), token);
  }

  /**
   * Makes a generation's key in its home.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code authority-token-away}
   */
  Authority make(
      CertificateType type, KeyHome home, AuthorityCeremony ceremony, ZonedDateTime from) {
    if (home == KeyHome.FILE) {
      return ceremony.hold(type, from, ceremony.newKeys());
    }
    Authority made = ceremony.hold(type, from, token.make());
    token.keep(made.keyId(), made.certificate());
    return made;
  }

  private Path directory() {
    return settings
        .find("authority.directory")
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("jboss.server.data.dir", "var"), "authority"))
        .toAbsolutePath();
  }

  /** Only made-up certificates may be signed under a password that everybody knows. */
  private char[] password() {
    String otherwise = settings.training() ? TRAINING_PASSWORD : "";
    String password = settings.text("authority.password", otherwise);
    if (password.isEmpty()) {
      throw Problem.refused("authority-password-missing").asException();
    }
    return password.toCharArray();
  }
}
