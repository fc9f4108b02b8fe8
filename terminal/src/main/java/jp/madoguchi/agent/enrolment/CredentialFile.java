package jp.madoguchi.agent.enrolment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import jp.madoguchi.agent.file.ReplacedFile;

/**
 * Where the credential lies: a file that is replaced in one step and that nobody but its owner can
 * read.
 */
public record CredentialFile(Path path) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new InstantReader()))
          .build();

  /**
   * @throws java.nio.file.NoSuchFileException when the terminal is not enrolled
   * @throws IOException when the file is no credential of this terminal
   */
  public Credential read(String terminal) throws IOException {
    byte[] content = Files.readAllBytes(path);
    Credential read;
    try {
      read = JSON.readValue(content, Credential.class);
    } catch (IOException e) {
      // Not the parser's own words, which repeat what they stumbled over.
      throw new IOException(path + " is no credential; enrol again");
    }
    if (!terminal.equals(read.terminal()) || read.since() == null || read.until() == null) {
      throw new IOException(path + " is no credential of terminal " + terminal);
    }
    return read;
  }

  public void write(Credential credential) throws IOException {
    new ReplacedFile(path).write(JSON.writeValueAsBytes(credential));
  }

  /** Makes sure that a credential could be kept here, before one is asked for. */
  public void checkWritable() throws IOException {
    new ReplacedFile(path).checkWritable();
  }
}
