package jp.madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import jp.madoguchi.issuance.ChosenSettings;
import jp.madoguchi.terminal.jpa.TerminalRepository;
import jp.madoguchi.testing.BoundEntityManager;
import jp.madoguchi.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTerminalTest {

  private final BoundEntityManager database = new BoundEntityManager();
  private final Terminals terminals =
      new Terminals(
          new TerminalRepository(database.entityManager()), new MovableClock("2026-11-24T10:00"));
  @TempDir private Path directory;

  @Test
  void itsSecretIsWrittenOnceAndOpensIt() throws IOException {
    Path file = directory.resolve("run/terminal-secret");
    TrainingTerminal training = training("embedded", file);

    establish(training);
    String secret = Files.readString(file);
    establish(training);

    assertThat(Files.readString(file)).isEqualTo(secret);
    assertThat(in(() -> terminals.verify("T1", secret))).contains("T1");
  }

  @Test
  void aLostFileIsWrittenAnewAndTheOldSecretOpensNothing() throws IOException {
    Path file = directory.resolve("terminal-secret");
    TrainingTerminal training = training("embedded", file);
    establish(training);
    String lost = Files.readString(file);
    Files.delete(file);

    establish(training);

    assertThat(in(() -> terminals.verify("T1", lost))).isEmpty();
    String fresh = Files.readString(file);
    assertThat(in(() -> terminals.verify("T1", fresh))).isPresent();
  }

  @Test
  void thereIsNoneOutsideTheTrainingStage() {
    Path file = directory.resolve("terminal-secret");

    establish(training("production", file));

    assertThat(file).doesNotExist();
  }

  private TrainingTerminal training(String stage, Path file) {
    return new TrainingTerminal(
        terminals,
        new ChosenSettings()
            .with("stage", stage)
            .with("training.terminal-secret-file", file.toString()));
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
