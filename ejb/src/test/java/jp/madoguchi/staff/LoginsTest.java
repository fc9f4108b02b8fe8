package jp.madoguchi.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.madoguchi.issuance.ChosenSettings;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.staff.jpa.StaffRow;
import jp.madoguchi.staff.jpa.StaffTable;
import jp.madoguchi.testing.ActingAs;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.RecordedActs;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginsTest {

  private static final TestDatabase DATABASE = TestDatabase.shared();
  private static final char[] RIGHT = "right password 1".toCharArray();
  private static final char[] WRONG = "wrong password 1".toCharArray();

  /** With the cheap hash that the clerk has here. */
  private final ChosenSettings settings = new ChosenSettings().with("stage", "embedded");

  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final RecordedActs acts = new RecordedActs();
  private final List<String> changes = new ArrayList<>();
  private final String login = "t" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void aClerkWithAPassword() {
    in(
        table ->
            table.add(
                new StaffRow(login, "窓口 花子", Set.of(Role.CLERK), PasswordHash.of(RIGHT, 1000))));
  }

  @Test
  void theRightPasswordOpensTheDoor() {
    assertThat(enter(RIGHT)).get().extracting(StaffMember::roleNames).isEqualTo(Set.of("CLERK"));
    assertThat(acts.names()).containsExactly("staff.logged-in");
  }

  @Test
  void theLoginMayBeTypedInCapitals() {
    assertThat(enter(" " + login.toUpperCase(Locale.ROOT), RIGHT)).isPresent();
  }

  @Test
  void aCheapOldHashIsReplacedAtTheNextLogin() {
    settings.with("stage", "production");
    enter(RIGHT);
    assertThat(kept().outdated()).isFalse();
    assertThat(enter(RIGHT)).isPresent();
  }

  @Test
  void theTrainingStagesCheapHashesOfKnownPasswordsStay() {
    enter(RIGHT);
    assertThat(kept().outdated()).isTrue();
    assertThat(enter(RIGHT)).isPresent();
  }

  @Test
  void wrongUnknownAndMalformedLookTheSame() {
    assertThat(enter(WRONG)).isEmpty();
    assertThat(enter("nobody-here", RIGHT)).isEmpty();
    assertThat(enter("'; drop table staff", RIGHT)).isEmpty();
    assertThat(enter(login, new char[10_000])).isEmpty();
  }

  @Test
  void afterThreeWrongPasswordsEvenTheRightOneWaits() {
    fail(3);
    assertThat(enter(RIGHT)).isEmpty();
    clock.moveTo("2026-11-24T10:00:05");
    assertThat(enter(RIGHT)).isPresent();
  }

  @Test
  void anAttemptThatWasNotLookedAtDoesNotCount() {
    fail(3);
    enter(WRONG);
    enter(WRONG);
    clock.moveTo("2026-11-24T10:00:05");
    assertThat(enter(RIGHT)).isPresent();
  }

  @Test
  void aRightPasswordForgetsTheWrongOnes() {
    fail(2);
    enter(RIGHT);
    fail(2);
    assertThat(enter(RIGHT)).isPresent();
  }

  @Test
  void theTenthWrongPasswordLocksUntilAnAdministratorUnlocks() {
    lock();
    clock.moveTo("2026-12-24T10:00");
    assertThat(enter(RIGHT)).isEmpty();
    assertThat(acts.names()).contains("staff.locked");
    assertThat(changes).containsExactly(login);

    administration(office -> office.unlock(login));

    assertThat(enter(RIGHT)).isPresent();
    assertThat(acts.names()).contains("staff.unlocked");
  }

  @Test
  void whoHasLeftDoesNotEnter() {
    administration(office -> office.leave(login));
    assertThat(enter(RIGHT)).isEmpty();
  }

  @Test
  void aPasswordThatAnAdministratorSetOpensNothingButTheChoiceOfAnother() {
    administration(office -> office.resetPassword(login, WRONG));
    assertThat(enter(WRONG))
        .get()
        .extracting(StaffMember::roleNames)
        .isEqualTo(Set.of("PASSWORD_DUE"));

    DATABASE.doInTransaction(
        entities ->
            new OwnPassword(
                    new StaffTable(entities),
                    attempts(entities),
                    ActingAs.somebody(login, "PASSWORD_DUE"),
                    acts,
                    new FiredEvents<>(event -> changes.add(event.login())))
                .change(WRONG, RIGHT));

    assertThat(enter(RIGHT)).get().extracting(StaffMember::roleNames).isEqualTo(Set.of("CLERK"));
  }

  @Test
  void aProgramKeepsThePasswordThatItWasGiven() {
    administration(office -> office.give(login, Set.of(Role.REGISTER)));
    administration(office -> office.resetPassword(login, WRONG));
    assertThat(enter(WRONG)).get().extracting(StaffMember::roleNames).isEqualTo(Set.of("REGISTER"));
  }

  @Test
  void nobodyChangesTheirOwnStanding() {
    for (Consumer<StaffAdministration> act :
        List.<Consumer<StaffAdministration>>of(
            office -> office.leave("admin9"),
            office -> office.give("admin9", Set.of(Role.ADMIN, Role.AUDITOR)),
            office -> office.resetPassword("admin9", RIGHT))) {
      assertThatThrownBy(() -> administration(act)).hasMessageContaining("own-standing");
    }
  }

  @Test
  void theLastAdministratorStays() {
    administration(office -> office.give(login, Set.of(Role.ADMIN)));
    assertThatThrownBy(() -> administration(office -> office.leave(login)))
        .hasMessageContaining("last-administrator");
    assertThatThrownBy(() -> administration(office -> office.give(login, Set.of(Role.CLERK))))
        .hasMessageContaining("last-administrator");

    String other = "u" + login.substring(1);
    administration(office -> office.add(other, "管理 次郎", Set.of(Role.ADMIN), RIGHT));
    administration(office -> office.leave(login));
    in(table -> table.hold(other).orElseThrow().leave());
    assertThat(enter(RIGHT)).isEmpty();
  }

  @Test
  void everyChangeOfStandingChangesTheStamp() {
    int before = stamp();
    administration(office -> office.give(login, Set.of(Role.SUPERVISOR)));
    administration(office -> office.resetPassword(login, WRONG));
    assertThat(stamp()).isEqualTo(before + 2);
    assertThat(changes).containsExactly(login, login);
  }

  @Test
  void aPasswordMustBeLongAndNotTheLogin() {
    assertThatThrownBy(() -> PasswordRule.check("clerk1", "short".toCharArray()))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("password-length");
    assertThatThrownBy(() -> PasswordRule.check("clerk1", "xxxxxxCLERK1xxx".toCharArray()))
        .hasMessageContaining("password-has-login");
    assertThatCode(() -> PasswordRule.check("clerk1", RIGHT)).doesNotThrowAnyException();
  }

  @Test
  void aLoginIsTakenOnce() {
    assertThatThrownBy(
            () -> administration(office -> office.add(login, "別人", Set.of(Role.CLERK), RIGHT)))
        .hasMessageContaining("login-taken");
  }

  private void fail(int times) {
    for (int n = 0; n < times; n++) {
      enter(WRONG);
    }
  }

  private void lock() {
    for (int n = 1; n <= BackOff.LOCKS_AT; n++) {
      enter(WRONG);
      Duration wait = BackOff.after(n).orElse(Duration.ZERO);
      clock.moveTo(clock.now().toLocalDateTime().plus(wait).toString());
    }
  }

  private Optional<StaffMember> enter(char[] password) {
    return enter(login, password);
  }

  private Optional<StaffMember> enter(String typed, char[] password) {
    return DATABASE.inTransaction(
        entities -> new Logins(attempts(entities), settings).enter(typed, password));
  }

  private LoginAttempts attempts(EntityManager entities) {
    return new LoginAttempts(
        new StaffTable(entities), clock, acts, new FiredEvents<>(e -> changes.add(e.login())));
  }

  private void administration(Consumer<StaffAdministration> work) {
    in(
        table ->
            work.accept(
                new StaffAdministration(
                    table,
                    ActingAs.somebody("admin9", "ADMIN"),
                    acts,
                    new FiredEvents<>(event -> changes.add(event.login())))));
  }

  private PasswordHash kept() {
    return DATABASE.inTransaction(
        entities -> new StaffTable(entities).find(login).orElseThrow().password());
  }

  private int stamp() {
    return DATABASE.inTransaction(
        entities -> new StaffTable(entities).find(login).orElseThrow().member().stamp());
  }

  private void in(Consumer<StaffTable> work) {
    DATABASE.doInTransaction(entities -> work.accept(new StaffTable(entities)));
  }
}
