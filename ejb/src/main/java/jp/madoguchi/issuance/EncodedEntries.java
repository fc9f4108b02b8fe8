package jp.madoguchi.issuance;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The entries of a revocation list in DER, in a file that is deleted when it is closed: they are
 * encoded once, and read for each signature and each copy, whatever their number.
 */
final class EncodedEntries implements AutoCloseable {

  private final Path file;
  private final OutputStream out;
  private int count;
  private long size;

  EncodedEntries() throws IOException {
    file = Files.createTempFile("revoked", ".der");
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  void add(List<RevokedEntry> entries) {
    try {
      for (RevokedEntry entry : entries) {
        byte[] der = entry.der();
        out.write(der);
        size += der.length;
      }
      count += entries.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int count() {
    return count;
  }

  /** In bytes. */
  long size() {
    return size;
  }

  /** Nothing can be added afterwards. */
  void writeTo(OutputStream target) throws IOException {
    out.close();
    Files.copy(file, target);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
