package jp.madoguchi.letter;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets readings above their words: {@code <ruby>照会<rt>しょうかい</rt></ruby>}, which the PDF library
 * does not know.
 *
 * <p>The word stays in its line and the reading becomes a box of no breadth of its own, raised and
 * drawn back over the middle of the word. Who copies the text or listens to it gets the word, and
 * the reading in brackets too small to be seen.
 */
final class Furigana {

  private static final Pattern RUBY = Pattern.compile("<ruby>([^<>]+)<rt>([^<>]+)</rt></ruby>");

  private Furigana() {}

  /** In the style of {@code letter/inquiry.css}: a reading is half as large as its word. */
  static String in(String xhtml) {
    return RUBY.matcher(xhtml).replaceAll(found -> Matcher.quoteReplacement(set(found)));
  }

  private static String set(MatchResult found) {
    String word = found.group(1);
    String reading = found.group(2);
    int wordEms = 2 * word.codePointCount(0, word.length());
    int boxEms = Math.max(wordEms, reading.length());
    return "<span class=\"word\">%s<span class=\"reading\" style=\"%s\">%s%s%s</span></span>"
        .formatted(
            word,
            "width: %dem; margin: 0 %sem 0 %sem"
                .formatted(boxEms, (wordEms - boxEms) / 2.0, -(wordEms + boxEms) / 2.0),
            "<span class=\"bracket\">（</span>",
            reading,
            "<span class=\"bracket\">）</span>");
  }
}
