package jp.madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import jp.madoguchi.issuance.ChosenSettings;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.terminal.jpa.LeaseRepository;
import jp.madoguchi.terminal.jpa.TerminalRepository;
import jp.madoguchi.testing.BoundEntityManager;
import jp.madoguchi.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReaderLeasesTest {

  private final BoundEntityManager database = new BoundEntityManager();
  private final MovableClock clock = new MovableClock("2026-11-24T10:00");
  private final ReaderLeases leases =
      new ReaderLeases(new LeaseRepository(database.entityManager()), clock, new ChosenSettings());

  @BeforeEach
  void twoFreeReaders() {
    Terminals terminals = new Terminals(new TerminalRepository(database.entityManager()), clock);
    for (String terminal : new String[] {"LEASE-1", "LEASE-2"}) {
      in(
          () -> {
            if (terminals.find(terminal).isEmpty()) {
              terminals.add(terminal, terminal);
            }
            leases.releaseReader(terminal);
            return null;
          });
    }
  }

  @Test
  void aReaderWorksForOneCaseAtATime() {
    assertThat(take("LEASE-1", "A")).isTrue();

    assertThat(take("LEASE-1", "B")).isFalse();
    assertThatThrownBy(
            () ->
                in(
                    () -> {
                      leases.require("LEASE-1", "B");
                      return null;
                    }))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("reader-taken")
        .hasMessageContaining("A");
  }

  @Test
  void aCaseHasOneReaderAtATime() {
    take("LEASE-1", "A");

    assertThat(take("LEASE-2", "A")).isTrue();

    assertThat(in(() -> leases.ofCase("A"))).map(Lease::terminal).contains("LEASE-2");
    assertThat(take("LEASE-1", "B")).isTrue();
  }

  @Test
  void aCaseKeepsItsReaderWhenItAsksForOneThatIsTaken() {
    take("LEASE-1", "A");
    take("LEASE-2", "B");

    assertThat(take("LEASE-2", "A")).isFalse();

    assertThat(in(() -> leases.ofCase("A"))).map(Lease::terminal).contains("LEASE-1");
  }

  @Test
  void aLeaseEndsTenMinutesAfterTheLastActivity() {
    take("LEASE-1", "A");
    clock.moveTo("2026-11-24T10:08");
    take("LEASE-1", "A");
    clock.moveTo("2026-11-24T10:17");
    assertThat(take("LEASE-1", "B")).isFalse();

    clock.moveTo("2026-11-24T10:18");

    assertThat(in(() -> leases.ofTerminal("LEASE-1"))).isEmpty();
    assertThat(take("LEASE-1", "B")).isTrue();
  }

  @Test
  void theCaseGivesItsReaderBack() {
    take("LEASE-1", "A");

    in(
        () -> {
          leases.release("A");
          return null;
        });

    assertThat(take("LEASE-1", "B")).isTrue();
  }

  @Test
  void aSupervisorGivesTheReaderBackWhoeverHoldsIt() {
    take("LEASE-1", "A");

    in(
        () -> {
          leases.releaseReader("LEASE-1");
          return null;
        });

    assertThat(in(() -> leases.ofCase("A"))).isEmpty();
    assertThat(take("LEASE-1", "B")).isTrue();
  }

  private boolean take(String terminal, String receptionNumber) {
    return in(() -> leases.take(terminal, receptionNumber));
  }

  private <T> T in(Supplier<T> work) {
    return database.inNewTransaction(work);
  }
}
