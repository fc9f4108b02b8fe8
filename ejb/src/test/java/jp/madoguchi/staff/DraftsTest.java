package jp.madoguchi.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jp.madoguchi.staff.jpa.DraftTable;
import jp.madoguchi.staff.jpa.StaffRow;
import jp.madoguchi.staff.jpa.StaffTable;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class DraftsTest {

  private static final TestDatabase DATABASE = TestDatabase.shared();

  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final String hanako = clerk();
  private final String taro = clerk();

  @Test
  void aDraftIsThereAfterANewLoginAndTheNewestCounts() {
    put(hanako, "{\"kind\":\"NEW\"}");
    put(hanako, "{\"kind\":\"RENEWAL\"}");
    assertThat(content(hanako)).isEqualTo("{\"kind\":\"RENEWAL\"}");
  }

  @Test
  void nobodySeesAnothersDraft() {
    put(hanako, "{}");
    assertThat(content(taro)).isNull();
  }

  @Test
  void aDraftEndsAfterSevenDaysAndIsRemovedAtNight() {
    put(hanako, "{}");
    clock.moveTo("2026-12-01T10:00");
    assertThat(content(hanako)).isNull();
    int removed =
        DATABASE.inTransaction(
            entities ->
                new DraftTable(entities)
                    .removeOlderThan(clock.instant().plusMillis(1).minus(Drafts.KEPT)));
    assertThat(removed).isPositive();
  }

  @Test
  void aRemovedDraftIsGone() {
    put(hanako, "{}");
    as(
        hanako,
        drafts -> {
          drafts.remove("reception");
          return null;
        });
    assertThat(content(hanako)).isNull();
  }

  @Test
  void aDraftLargerThanTheLimitIsRefused() {
    String large = "\"" + "あ".repeat(Drafts.LARGEST / 3) + "\"";
    assertThatThrownBy(() -> put(hanako, large)).hasMessageContaining("draft-too-large");
  }

  @Test
  void theTableTakesNothingButJson() {
    assertThatThrownBy(() -> put(hanako, "not json")).hasStackTraceContaining("check constraint");
  }

  private void put(String login, String content) {
    as(
        login,
        drafts -> {
          drafts.put("reception", content);
          return null;
        });
  }

  private String content(String login) {
    return as(login, drafts -> drafts.find("reception").map(Draft::content).orElse(null));
  }

  private <T> T as(String login, Function<Drafts, T> work) {
    return DATABASE.inTransaction(
        entities ->
            work.apply(
                new Drafts(new DraftTable(entities), ActingAs.somebody(login, "CLERK"), clock)));
  }

  private static String clerk() {
    String login = "d" + UUID.randomUUID().toString().substring(0, 8);
    DATABASE.doInTransaction(
        entities ->
            new StaffTable(entities)
                .add(
                    new StaffRow(
                        login,
                        "職員",
                        Set.of(Role.CLERK),
                        PasswordHash.of("any password".toCharArray(), 1000))));
    return login;
  }
}
