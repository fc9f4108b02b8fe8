package jp.madoguchi.letter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which glyph a font has for a character: its {@code cmap} table (OpenType), read here because the
 * PDF library leaves out format 14, where the variation sequences of names stand.
 */
final class CharacterMap {

  private static final int ONE_TO_ONE = 12;
  private static final int VARIATIONS = 14;
  private static final int AS_ITS_BASE = -1;

  /** The private use area of the basic plane. */
  static final int FIRST_PRIVATE = 0xE000;

  static final int LAST_PRIVATE = 0xF8FF;

  private final int[] first;
  private final int[] last;
  private final int[] glyph;
  private final Map<Long, Integer> variations = new HashMap<>();

  private CharacterMap(ByteBuffer table, int oneToOne, int variation) {
    int groups = table.getInt(oneToOne + 12);
    first = new int[groups];
    last = new int[groups];
    glyph = new int[groups];
    for (int i = 0; i < groups; i++) {
      int at = oneToOne + 16 + 12 * i;
      first[i] = table.getInt(at);
      last[i] = table.getInt(at + 4);
      glyph[i] = table.getInt(at + 8);
    }
    if (variation >= 0) {
      readVariations(table, variation);
    }
  }

  /**
   * @param font a whole TrueType file
   * @throws IllegalArgumentException when it has no map of format 12
   */
  static CharacterMap of(byte[] font) {
    ByteBuffer file = ByteBuffer.wrap(font);
    int entry = entry(file, "cmap");
    ByteBuffer table = file.slice(file.getInt(entry + 8), file.getInt(entry + 12));
    int oneToOne = -1;
    int variation = -1;
    for (int i = 0; i < table.getShort(2); i++) {
      int at = table.getInt(4 + 8 * i + 4);
      switch (table.getShort(at)) {
        case ONE_TO_ONE -> oneToOne = at;
        case VARIATIONS -> variation = at;
        default -> {
          // Older forms of what format 12 says.
        }
      }
    }
    if (oneToOne < 0) {
      throw new IllegalArgumentException("A font without a character map of format 12");
    }
    return new CharacterMap(table, oneToOne, variation);
  }

  /** Where a table's entry stands in the font's directory. */
  static int entry(ByteBuffer file, String tag) {
    for (int i = 0; i < file.getShort(4); i++) {
      byte[] name = new byte[4];
      file.get(12 + 16 * i, name);
      if (tag.equals(new String(name, StandardCharsets.US_ASCII))) {
        return 12 + 16 * i;
      }
    }
    throw new IllegalArgumentException("A font without the table " + tag);
  }

  /** The glyph of a code point; empty where the font has none. */
  OptionalInt glyph(int codePoint) {
    int low = 0;
    int high = first.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (codePoint < first[middle]) {
        high = middle - 1;
      } else if (codePoint > last[middle]) {
        low = middle + 1;
      } else {
        return OptionalInt.of(glyph[middle] + codePoint - first[middle]);
      }
    }
    return OptionalInt.empty();
  }

  /** The glyph of a code point with a variation selector; empty where the font has none. */
  OptionalInt glyph(int codePoint, int selector) {
    Integer found = variations.get(key(codePoint, selector));
    if (found == null) {
      return OptionalInt.empty();
    }
    return found == AS_ITS_BASE ? glyph(codePoint) : OptionalInt.of(found);
  }

  /**
   * The groups of format 12, each its first code point, last one and first glyph, without the
   * private use area of the basic plane.
   */
  List<int[]> groupsOutsidePrivateUse() {
    List<int[]> groups = new ArrayList<>(first.length);
    for (int i = 0; i < first.length; i++) {
      addGroup(groups, first[i], Math.min(last[i], FIRST_PRIVATE - 1), glyph[i]);
      int from = Math.max(first[i], LAST_PRIVATE + 1);
      addGroup(groups, from, last[i], glyph[i] + from - first[i]);
    }
    return groups;
  }

  private static void addGroup(List<int[]> groups, int from, int to, int glyph) {
    if (from <= to) {
      groups.add(new int[] {from, to, glyph});
    }
  }

  private void readVariations(ByteBuffer table, int at) {
    for (int i = 0; i < table.getInt(at + 6); i++) {
      int record = at + 10 + 11 * i;
      int selector = int24(table, record);
      int defaults = table.getInt(record + 3);
      int others = table.getInt(record + 7);
      if (defaults != 0) {
        readDefaults(table, at + defaults, selector);
      }
      if (others != 0) {
        readOthers(table, at + others, selector);
      }
    }
  }

  private void readDefaults(ByteBuffer table, int at, int selector) {
    for (int i = 0; i < table.getInt(at); i++) {
      int from = int24(table, at + 4 + 4 * i);
      int more = table.get(at + 4 + 4 * i + 3) & 0xFF;
      for (int codePoint = from; codePoint <= from + more; codePoint++) {
        variations.put(key(codePoint, selector), AS_ITS_BASE);
      }
    }
  }

  private void readOthers(ByteBuffer table, int at, int selector) {
    for (int i = 0; i < table.getInt(at); i++) {
      int codePoint = int24(table, at + 4 + 5 * i);
      int found = table.getShort(at + 4 + 5 * i + 3) & 0xFFFF;
      variations.put(key(codePoint, selector), found);
    }
  }

  private static long key(int codePoint, int selector) {
    return (long) codePoint << 32 | selector;
  }

  private static int int24(ByteBuffer table, int at) {
    return (table.get(at) & 0xFF) << 16 | table.getShort(at + 1) & 0xFFFF;
  }
}
