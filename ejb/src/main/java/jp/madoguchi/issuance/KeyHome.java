package jp.madoguchi.issuance;

import java.util.Arrays;
import java.util.Locale;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/**
 * Where the key of an authority's generation is kept; new ones where the setting {@code
 * authority.key-home} says, {@code file} or {@code token}.
 */
public enum KeyHome {
  /** In the authority's PKCS#12 file. */
  FILE,
  /** On a PKCS#11 token, which made it and never gives it out. */
  TOKEN;

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code authority-key-home-unknown}
   */
  public static KeyHome of(Settings settings) {
    String name = settings.text("authority.key-home", "file");
    return Arrays.stream(values())
        .filter(home -> home.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.refused("authority-key-home-unknown", name).asException());
  }
}
