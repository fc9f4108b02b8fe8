package jp.madoguchi.agent.card;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jp.madoguchi.agent.file.ReplacedFile;

/** A card's memory in a file, of which a crash leaves the old state or the new one. */
public final class FileCardStore implements CardStore {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  public FileCardStore(Path file) {
    this.file = file;
  }

  @Override
  public Optional<CardState> load() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(JSON.readValue(Files.readAllBytes(file), CardState.class));
  }

  @Override
  public void save(CardState state) throws IOException {
    new ReplacedFile(file).write(JSON.writeValueAsBytes(state));
  }
}
