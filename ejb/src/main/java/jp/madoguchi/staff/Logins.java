package jp.madoguchi.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.madoguchi.settings.Settings;

/**
 * The door: compares passwords. Nobody outside learns whether a login exists, rests or is locked;
 * every refusal looks and costs the same.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Logins {

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");

  /** What an unknown login is compared with, so that it takes as long as a known one. */
  private static final PasswordHash NOBODY = PasswordHash.of("nobody".toCharArray());

  private LoginAttempts attempts;
  private Settings settings;

  protected Logins() {}

  @Inject
  public Logins(LoginAttempts attempts, Settings settings) {
    this.attempts = attempts;
    this.settings = settings;
  }

  /** The member of staff if the password is theirs and the login is open; otherwise nothing. */
  public Optional<StaffMember> enter(String typed, char[] password) {
    String login = typed.strip().toLowerCase(Locale.ROOT);
    if (!LOGIN.matcher(login).matches() || password.length > PasswordRule.LONGEST) {
      NOBODY.matches(new char[0]);
      return Optional.empty();
    }
    Optional<PasswordHash> known = attempts.comparable(login);
    if (known.isEmpty()) {
      NOBODY.matches(password);
      attempts.unheard(login);
      return Optional.empty();
    }
    if (!known.get().matches(password)) {
      attempts.failed(login);
      return Optional.empty();
    }
    Optional<PasswordHash> newer =
        known.filter(this::isToBeRaised).map(old -> PasswordHash.of(password));
    return attempts.entered(login, newer);
  }

  /** Not where {@link TrainingStaff} made a cheap one of a password that everybody knows. */
  private boolean isToBeRaised(PasswordHash hash) {
    return hash.outdated() && !settings.training();
  }
}
