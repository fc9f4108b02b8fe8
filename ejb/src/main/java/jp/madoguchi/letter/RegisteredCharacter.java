package jp.madoguchi.letter;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.OptionalInt;

/**
 * One character of a text: a code point together with the variation selector or the voicing mark
 * that follows it.
 *
 * @param text as it stands in the text
 * @param base the code point that is looked for in a font; with a voicing mark, the composed one
 */
record RegisteredCharacter(String text, int base, OptionalInt selector) {

  /** The character that begins there. */
  static RegisteredCharacter at(String text, int start) {
    int first = text.codePointAt(start);
    int next = start + Character.charCount(first);
    if (next < text.length()) {
      int second = text.codePointAt(next);
      String both = text.substring(start, next + Character.charCount(second));
      if (isSelector(second)) {
        return new RegisteredCharacter(both, first, OptionalInt.of(second));
      }
      String composed = Normalizer.normalize(both, Form.NFC);
      if (isVoicing(second) && composed.length() == 1) {
        return new RegisteredCharacter(both, composed.charAt(0), OptionalInt.empty());
      }
    }
    return new RegisteredCharacter(text.substring(start, next), first, OptionalInt.empty());
  }

  /** The same without what varies it. */
  RegisteredCharacter plain() {
    return new RegisteredCharacter(Character.toString(base), base, OptionalInt.empty());
  }

  /** Whether it has no meaning outside the system that made it, or none that can be seen. */
  boolean isNoCharacter() {
    return switch (Character.getType(base)) {
      case Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  /** In the form {@code U+8FBB U+E0100}. */
  String codePoints() {
    return String.join(
        " ", text.codePoints().mapToObj(codePoint -> "U+%04X".formatted(codePoint)).toList());
  }

  private static boolean isSelector(int codePoint) {
    return codePoint >= 0xFE00 && codePoint <= 0xFE0F
        || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
  }

  private static boolean isVoicing(int codePoint) {
    return codePoint == 0x3099 || codePoint == 0x309A;
  }
}
