package jp.madoguchi.issuance;

import java.util.Arrays;
import java.util.Locale;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.Settings;

/** Who issues, by the setting {@code authority.adapter}: {@code own} or {@code cmp}. */
public enum AuthorityAdapter {
  /** The authority inside the system. */
  OWN,
  /** Another one, which is asked by CMP (RFC 4210). */
  CMP;

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code authority-adapter-unknown}
   */
  public static AuthorityAdapter of(Settings settings) {
    String name = settings.text("authority.adapter", OWN.word());
    return Arrays.stream(values())
        .filter(adapter -> adapter.word().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.refused("authority-adapter-unknown", name).asException());
  }

  /** As it stands in the setting, in metrics and in the answer of readiness. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
