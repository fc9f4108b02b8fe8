package jp.madoguchi.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.madoguchi.letter.Printability.Lacking;
import jp.madoguchi.letter.Printability.Substitute;

/**
 * Finds a glyph for each character of a paper before it is printed.
 *
 * <p>A PDF's fonts are addressed by code point, so a character that takes two (辻 with a variation
 * selector) or one beyond the basic plane gets a code point of the private use area for this paper,
 * under which the fonts that have it are given its glyph; {@link ReadableText} turns it back.
 */
final class Typesetting {

  static final String GETA = "〓";

  /** With a step between them they are not taken together into a range of the PDF's text map. */
  private static final int STEP = 2;

  private final List<Typeface> typefaces;
  private final Map<String, Integer> assigned = new LinkedHashMap<>();
  private final Map<Typeface, SortedMap<Integer, Integer>> glyphs = new HashMap<>();
  private final Map<String, Lacking> lacking = new LinkedHashMap<>();
  private final StringBuilder set = new StringBuilder();

  Typesetting(List<Typeface> typefaces, String text) {
    this.typefaces = typefaces;
    typefaces.stream()
        .filter(Typeface::everyPaper)
        .forEach(each -> glyphs.put(each, new TreeMap<>()));
    for (int at = 0; at < text.length(); ) {
      RegisteredCharacter character = RegisteredCharacter.at(text, at);
      set.append(set(character));
      at += character.text().length();
    }
  }

  /** The text as the fonts of {@link #fonts} take it. */
  String text() {
    return set.toString();
  }

  Printability printability() {
    return new Printability(new ArrayList<>(lacking.values()));
  }

  /** The fonts that this text needs, with the glyphs to add to each by private code point. */
  Map<Typeface, SortedMap<Integer, Integer>> fonts() {
    return glyphs;
  }

  /** What the private code points of the text stand for. */
  Map<Integer, String> readings() {
    Map<Integer, String> readings = new HashMap<>();
    assigned.forEach((character, code) -> readings.put(code, character));
    return readings;
  }

  private String set(RegisteredCharacter character) {
    if (isMarkup(character)) {
      return character.text();
    }
    if (character.isNoCharacter()) {
      return lacking(character, Substitute.GETA, GETA);
    }
    if (found(character)) {
      return inFonts(character);
    }
    RegisteredCharacter plain = character.plain();
    return character.selector().isPresent() && found(plain)
        ? lacking(character, Substitute.USUAL_SHAPE, inFonts(plain))
        : lacking(character, Substitute.GETA, GETA);
  }

  private static boolean isMarkup(RegisteredCharacter character) {
    int base = character.base();
    return character.selector().isEmpty()
        && (base == '\n' || base == '\r' || base == '\t' || base >= ' ' && base < 0x7F);
  }

  private boolean found(RegisteredCharacter character) {
    return typefaces.stream().anyMatch(each -> each.glyph(character).isPresent());
  }

  /** As it is where every paper's fonts have it under its one short code point. */
  private String inFonts(RegisteredCharacter character) {
    boolean usual =
        character.selector().isEmpty()
            && Character.isBmpCodePoint(character.base())
            && glyphs.keySet().stream()
                .anyMatch(each -> each.everyPaper() && each.glyph(character).isPresent());
    if (usual) {
      return Character.toString(character.base());
    }
    Integer before = assigned.get(character.text());
    return Character.toString(before == null ? assign(character) : before);
  }

  private int assign(RegisteredCharacter character) {
    int code = CharacterMap.FIRST_PRIVATE + STEP * assigned.size();
    if (code > CharacterMap.LAST_PRIVATE) {
      throw new IllegalStateException("More rare characters than a paper can have");
    }
    assigned.put(character.text(), code);
    boolean placed = false;
    for (Typeface typeface : typefaces) {
      OptionalInt glyph = typeface.glyph(character);
      if (glyph.isPresent() && (typeface.everyPaper() || !placed)) {
        placed = true;
        glyphs.computeIfAbsent(typeface, one -> new TreeMap<>()).put(code, glyph.getAsInt());
      }
    }
    return code;
  }

  private String lacking(RegisteredCharacter character, Substitute substitute, String printed) {
    lacking.putIfAbsent(
        character.text(), new Lacking(character.text(), character.codePoints(), substitute));
    return printed;
  }
}
