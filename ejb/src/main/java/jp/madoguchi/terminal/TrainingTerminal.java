package jp.madoguchi.terminal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import jp.madoguchi.settings.OwnerOnly;
import jp.madoguchi.settings.Settings;

/** The training stage's one terminal, whose agent finds its pairing code in a file. */
@ApplicationScoped
public class TrainingTerminal {

  public static final String ID = "T1";

  private final Terminals terminals;
  private final PairingCodes codes;
  private final Settings settings;

  protected TrainingTerminal() {
    this(null, null, null);
  }

  @Inject
  public TrainingTerminal(Terminals terminals, PairingCodes codes, Settings settings) {
    this.terminals = terminals;
    this.codes = codes;
    this.settings = settings;
  }

  /**
   * Registers T1, and writes a pairing code for it to the file of the setting {@code
   * training.pairing-code-file}. Does nothing outside the training stage, or without the setting.
   */
  @Transactional
  public void establish() {
    if (!settings.training()) {
      return;
    }
    settings
        .find("training.pairing-code-file")
        .map(Path::of)
        .ifPresent(
            file -> {
              if (terminals.find(ID).isEmpty()) {
                terminals.add(ID, "窓口1");
              }
              write(file, codes.fresh(ID).value());
            });
  }

  private static void write(Path file, String code) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, "code", null, OwnerOnly.in(directory));
      Files.writeString(draft, code);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
