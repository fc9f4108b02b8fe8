package jp.madoguchi.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private static final char[] PASSWORD = "ある長い合言葉 1234".toCharArray();

  @Test
  void theRightPasswordMatchesAfterTheHashWasKeptAsText() {
    PasswordHash kept = PasswordHash.parse(PasswordHash.of(PASSWORD, 1000).text());
    assertThat(kept.matches(PASSWORD)).isTrue();
    assertThat(kept.matches("another".toCharArray())).isFalse();
  }

  @Test
  void twoHashesOfOnePasswordDiffer() {
    assertThat(PasswordHash.of(PASSWORD, 1000).text())
        .isNotEqualTo(PasswordHash.of(PASSWORD, 1000).text());
  }

  @Test
  void aNewHashCostsSixHundredThousandIterations() {
    assertThat(PasswordHash.of(PASSWORD).text()).startsWith("pbkdf2-sha256$600000$");
  }

  @Test
  void aCheaperHashStillWorksAndSaysThatItIsOutdated() {
    PasswordHash old = PasswordHash.of(PASSWORD, 1000);
    assertThat(old.outdated()).isTrue();
    assertThat(old.matches(PASSWORD)).isTrue();
  }

  @Test
  void anythingElseIsNoHash() {
    assertThatThrownBy(() -> PasswordHash.parse("secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void aHashDoesNotPrintItself() {
    assertThat(PasswordHash.of(PASSWORD, 1000)).hasToString("pbkdf2-sha256$1000");
  }
}
