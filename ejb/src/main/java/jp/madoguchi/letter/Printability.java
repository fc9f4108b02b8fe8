package jp.madoguchi.letter;

import java.util.List;

/**
 * Whether the papers' typefaces have every character of a text as it is registered. A paper with a
 * character that none has shows 〓 in its place and says so at its foot.
 *
 * @param lacking what is not printed as registered, each once, in the order of the text
 */
public record Printability(List<Lacking> lacking) {

  /** How a character that no typeface has appears on paper. */
  public enum Substitute {
    /** Its usual shape is printed in place of the registered one. */
    USUAL_SHAPE,
    /** 〓 stands in its place. */
    GETA
  }

  /**
   * A character that is not printed as registered.
   *
   * @param codePoints in the form {@code U+8FBB U+E0100}
   */
  public record Lacking(String character, String codePoints, Substitute substitute) {}

  public Printability {
    lacking = List.copyOf(lacking);
  }

  public boolean complete() {
    return lacking.isEmpty();
  }
}
