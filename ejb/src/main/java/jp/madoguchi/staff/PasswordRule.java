package jp.madoguchi.staff;

import java.util.Locale;
import jp.madoguchi.problem.Problem;

/**
 * What a new password must be: long, and not the login. Length is what protects it; demands for
 * kinds of characters only make people write it down (NIST SP 800-63B, 5.1.1.2).
 */
public final class PasswordRule {

  public static final int SHORTEST = 12;

  /** The most that is looked at, so that nobody makes the server hash a book. */
  public static final int LONGEST = 200;

  private PasswordRule() {}

  public static void check(String login, char[] password) {
    if (password.length < SHORTEST || password.length > LONGEST) {
      throw Problem.refused("password-length", SHORTEST, LONGEST).asException();
    }
    if (new String(password).toLowerCase(Locale.ROOT).contains(login)) {
      throw Problem.refused("password-has-login").asException();
    }
  }
}
