package jp.madoguchi.issuance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.PrivateKey;
import jp.madoguchi.judges.Made;
import jp.madoguchi.settings.Settings;

/**
 * Signs as the office does, and lays all that it signs before the jury, but for what is so large
 * that keeping it would spoil a test of large lists; such a test has its own judge.
 */
final class JudgedSignatures extends SigningProvider {

  private static final int LARGEST = 500_000;

  JudgedSignatures(Settings settings) {
    super(settings);
  }

  @Override
  byte[] sign(PrivateKey key, Content content) {
    Copy copy = new Copy();
    byte[] signature =
        super.sign(
            key,
            (Content)
                out -> {
                  copy.behind = out;
                  content.writeTo(copy);
                });
    if (copy.kept.size() <= LARGEST) {
      Made.signed(copy.kept.toByteArray(), signature);
    }
    return signature;
  }

  /** Passes everything on, and keeps it until it is too much. */
  private static final class Copy extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private OutputStream behind;

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (kept.size() <= LARGEST) {
        kept.write(bytes, from, length);
      }
      behind.write(bytes, from, length);
    }
  }
}
