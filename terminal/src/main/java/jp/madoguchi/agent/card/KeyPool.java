package jp.madoguchi.agent.card;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;

/**
 * Key pairs made beforehand, for measuring everything but the making. The file has one key to a
 * line, base64 of PKCS#8; {@code <file>.used} beside it counts the keys handed out, so that no two
 * cards ever get the same one. When the pool is empty, keys are made as they are asked for.
 */
public final class KeyPool implements KeySource {

  private final List<String> keys;
  private final Path counter;
  private final KeySource whenEmpty;
  private int used;

  private KeyPool(List<String> keys, Path counter, int used) {
    this.keys = keys;
    this.counter = counter;
    this.used = used;
    this.whenEmpty = KeySource.generating();
  }

  public static KeyPool open(Path file) throws IOException {
    Path counter = file.resolveSibling(file.getFileName() + ".used");
    int used = Files.exists(counter) ? Integer.parseInt(Files.readString(counter).strip()) : 0;
    return new KeyPool(Files.readAllLines(file, StandardCharsets.US_ASCII), counter, used);
  }

  /** Appends so many new keys to the file. */
  public static void make(Path file, int count) throws IOException {
    KeySource source = KeySource.generating();
    try (BufferedWriter out =
        Files.newBufferedWriter(
            file,
            StandardCharsets.US_ASCII,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND)) {
      for (int i = 0; i < count; i++) {
        byte[] pkcs8 = source.next().getPrivate().getEncoded();
        out.write(Base64.getEncoder().encodeToString(pkcs8));
        out.newLine();
      }
    }
  }

  public synchronized int left() {
    return Math.max(0, keys.size() - used);
  }

  @Override
  public synchronized KeyPair next() {
    if (left() == 0) {
      return whenEmpty.next();
    }
    byte[] pkcs8 = Base64.getDecoder().decode(keys.get(used));
    used++;
    try {
      Files.writeString(counter, Integer.toString(used));
    } catch (IOException e) {
      throw new UncheckedIOException("the pool's counter could not be written", e);
    }
    return new KeyPair(RsaKeys.publicKey(pkcs8), RsaKeys.privateKey(pkcs8));
  }
}
