package jp.madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import jp.madoguchi.issuance.ChosenSettings;
import jp.madoguchi.terminal.jpa.PairingCodeRepository;
import jp.madoguchi.terminal.jpa.TerminalRepository;
import jp.madoguchi.testing.BoundEntityManager;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.MovableTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The training stage's terminal enrols as any other does, and nobody has to type the code. */
class TrainingTerminalTest {

  private final BoundEntityManager database = new BoundEntityManager();
  private final Terminals terminals =
      new Terminals(
          new TerminalRepository(database.entityManager()), new MovableClock("2026-11-24T10:00"));
  private final PairingCodes codes =
      new PairingCodes(
          new PairingCodeRepository(database.entityManager()),
          new MovableTime("2026-11-24T01:00:00Z"));
  @TempDir private Path directory;

  @Test
  void itsCodeLiesInAFileThatItsOwnerAloneCanRead() throws IOException {
    Path file = directory.resolve("run/terminal.code");

    establish(training("embedded", file));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String code = Files.readString(file);
    assertThat(in(() -> codes.redeem("T1", code))).isTrue();
  }

  @Test
  void eachStartGivesAnotherCodeInPlaceOfTheOld() throws IOException {
    Path file = directory.resolve("terminal.code");
    TrainingTerminal training = training("embedded", file);
    establish(training);
    String old = Files.readString(file);

    establish(training);

    assertThat(in(() -> codes.redeem("T1", old))).isFalse();
    String fresh = Files.readString(file);
    assertThat(in(() -> codes.redeem("T1", fresh))).isTrue();
  }

  @Test
  void thereIsNoneOutsideTheTrainingStage() {
    Path file = directory.resolve("terminal.code");

    establish(training("production", file));

    assertThat(file).doesNotExist();
  }

  private TrainingTerminal training(String stage, Path file) {
    return new TrainingTerminal(
        terminals,
        codes,
        new ChosenSettings()
            .with("stage", stage)
            .with("training.pairing-code-file", file.toString()));
  }

  private void establish(TrainingTerminal training) {
    in(
        () -> {
          training.establish();
          return null;
        });
  }

  private <T> T in(Supplier<T> work) {
    return database.inNewTransaction(work);
  }
}
