package jp.madoguchi.letter;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * A font that papers are printed in.
 *
 * @param family its name in the papers' style sheet
 * @param weight as in CSS: 400 regular, 700 bold
 * @param everyPaper whether every paper has it; the others are added where a name needs them
 * @param file the whole TrueType file, read when it is asked for
 */
record Typeface(
    String family, int weight, boolean everyPaper, CharacterMap characters, Supplier<byte[]> file) {

  private static final int UNICODE_FULL = 10;
  private static final int GROUP = 12;
  private static final int HEAD_OF_MAP = 28;

  static Typeface of(String family, int weight, boolean everyPaper, Supplier<byte[]> file) {
    return new Typeface(family, weight, everyPaper, CharacterMap.of(file.get()), file);
  }

  /** The glyph of a character, which is a code point with what varies it. */
  OptionalInt glyph(RegisteredCharacter character) {
    return character.selector().isPresent()
        ? characters.glyph(character.base(), character.selector().getAsInt())
        : characters.glyph(character.base());
  }

  /**
   * The font with further characters in its map.
   *
   * @param further glyphs by the code points under which they are to be found
   */
  byte[] with(SortedMap<Integer, Integer> further) {
    byte[] font = file.get();
    byte[] map = map(further);
    int start = (font.length + 3) / 4 * 4;
    ByteBuffer extended = ByteBuffer.allocate(start + map.length).put(font).position(start);
    extended.put(map);
    int entry = CharacterMap.entry(extended, "cmap");
    extended.putInt(entry + 8, start);
    extended.putInt(entry + 12, map.length);
    return extended.array();
  }

  /** A map of format 12 alone; its groups stand in the order of their code points. */
  private byte[] map(SortedMap<Integer, Integer> further) {
    List<int[]> groups = new ArrayList<>(characters.groupsOutsidePrivateUse());
    for (Map.Entry<Integer, Integer> one : further.entrySet()) {
      groups.add(new int[] {one.getKey(), one.getKey(), one.getValue()});
    }
    groups.sort((one, other) -> Integer.compare(one[0], other[0]));
    ByteBuffer map = ByteBuffer.allocate(HEAD_OF_MAP + GROUP * groups.size());
    map.putShort((short) 0).putShort((short) 1);
    map.putShort((short) 3).putShort((short) UNICODE_FULL).putInt(12);
    map.putShort((short) 12).putShort((short) 0);
    map.putInt(16 + GROUP * groups.size()).putInt(0).putInt(groups.size());
    groups.forEach(group -> map.putInt(group[0]).putInt(group[1]).putInt(group[2]));
    return map.array();
  }
}
