package jp.madoguchi.cardwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.settings.KeptKey;
import jp.madoguchi.settings.Settings;

/** The key from which every card's keys are derived; setting {@code card.master-key}. */
@ApplicationScoped
public class MasterKey {

  private static final int BYTES = 16;

  private final KeptKey key;

  protected MasterKey() {
    this.key = null;
  }

  @Inject
  public MasterKey(Settings settings) {
    this.key =
        new KeptKey(
            settings,
            "card.master-key",
            BYTES,
            () -> Problem.unavailable("no-card-master-key").asException());
  }

  /**
   * A copy of its 16 bytes, which the caller wipes after use.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code no-card-master-key}
   */
  byte[] bytes() {
    return key.bytes();
  }

  @Override
  public String toString() {
    return "the master key";
  }
}
