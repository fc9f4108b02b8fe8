package jp.madoguchi.staff;

import java.security.SecureRandom;
import java.util.StringJoiner;

/**
 * A password for one login, made up by the counter so that no administrator's habit can be guessed:
 * four groups of four, without the signs that are mistaken for one another on paper (77 random
 * bits).
 */
public final class InitialPassword {

  private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private InitialPassword() {}

  public static String fresh() {
    StringJoiner groups = new StringJoiner("-");
    for (int i = 0; i < GROUPS; i++) {
      groups.add(group());
    }
    return groups.toString();
  }

  private static String group() {
    StringBuilder group = new StringBuilder();
    for (int i = 0; i < GROUP; i++) {
      group.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return group.toString();
  }
}
