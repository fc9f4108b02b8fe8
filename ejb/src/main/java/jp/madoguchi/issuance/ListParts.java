package jp.madoguchi.issuance;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** Cuts what is written into parts of one size; the last may be smaller. */
final class ListParts extends OutputStream {

  static final int SIZE = 1 << 19;

  private final Keeper keeper;
  private final byte[] part = new byte[SIZE];
  private int filled;
  private int position;

  /** Takes a part with its place, from 0. */
  interface Keeper {
    void keep(int position, byte[] part);
  }

  ListParts(Keeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    Objects.checkFromIndexSize(from, length, bytes.length);
    int done = 0;
    while (done < length) {
      int some = Math.min(length - done, SIZE - filled);
      System.arraycopy(bytes, from + done, part, filled, some);
      filled += some;
      done += some;
      if (filled == SIZE) {
        keep();
      }
    }
  }

  @Override
  public void close() {
    if (filled > 0) {
      keep();
    }
  }

  private void keep() {
    keeper.keep(position++, Arrays.copyOf(part, filled));
    filled = 0;
  }
}
