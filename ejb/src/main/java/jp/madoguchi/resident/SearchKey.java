package jp.madoguchi.resident;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Folds names and readings so that a search finds them however they were typed or registered. The
 * key of the beginning of a reading is the beginning of the reading's key, so a prefix search works
 * on keys.
 */
public final class SearchKey {

  private static final String SMALL = "ァィゥェォヵヶッャュョヮヂヅヲヰヱ";
  private static final String LARGE = "アイウエオカケツヤユヨワジズオイエ";

  /** Katakana by the vowel on which they end. */
  private static final Map<Character, String> ENDING_ON =
      Map.of(
          'ア', "アカサタナハマヤラワガザダバパヷ",
          'イ', "イキシチニヒミリギジビピヸ",
          'ウ', "ウクスツヌフムユルグズブプヴ",
          'エ', "エケセテネヘメレゲゼデベペヹ",
          'オ', "オコソトノホモヨロゴゾドボポヺ");

  private static final String DASHES = "-‐‑‒–—―−~〜～ｰー";

  /** Characters of names that people type in their everyday form. */
  private static final Map<Integer, Integer> EVERYDAY =
      everyday("髙高﨑崎嵜崎𠮷吉邉辺邊辺齋斉齊斉斎斉濵浜濱浜嶋島嶌島澤沢廣広國国眞真德徳惠恵");

  private SearchKey() {}

  /**
   * The key of a reading: hiragana and half-width kana become full-width katakana; small kana,
   * spaces and the ways to write a long vowel (オオ, オウ, オー, オ-) make no difference.
   */
  public static String ofKana(String reading) {
    String katakana =
        katakana(withoutSpaces(reading).replace('゛', '\u3099').replace('゜', '\u309A'));
    StringBuilder key = new StringBuilder(katakana.length());
    char vowel = 0;
    for (char letter : katakana.toUpperCase(Locale.ROOT).toCharArray()) {
      char folded = large(letter);
      if (separates(folded)) {
        continue;
      }
      if (DASHES.indexOf(folded) >= 0 || lengthens(vowel, folded)) {
        key.append('ー');
      } else {
        key.append(folded);
        vowel = vowelOf(folded);
      }
    }
    return key.toString();
  }

  /**
   * The key of a name: NFKC, capitals, no spaces, no variation selectors, and everyday forms of
   * characters that are often typed in them (髙 → 高).
   */
  public static String ofName(String name) {
    StringBuilder key = new StringBuilder(name.length());
    // A selector keeps marks apart that have an order of their own: it goes before they are
    // ordered.
    narrow(without(SearchKey::variationSelector, name))
        .codePoints()
        .map(character -> EVERYDAY.getOrDefault(character, character))
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /** The reading as the register writes it: full-width katakana, one U+3000 between words. */
  static String written(String reading) {
    String marks = reading.replace('゛', '\u3099').replace('゜', '\u309A');
    String wide = katakana(marks.strip()).replaceAll("[\\s\\u3000]+", "\u3000");
    StringBuilder written = new StringBuilder(wide.length());
    for (char letter : wide.toCharArray()) {
      written.append(DASHES.indexOf(letter) >= 0 ? 'ー' : letter);
    }
    return written.toString();
  }

  /** Capitals in their normal width, without spaces: for numbers and codes. */
  static String narrow(String text) {
    if (text.chars().allMatch(c -> c > ' ' && c < 0x7F && !(c >= 'a' && c <= 'z'))) {
      return text;
    }
    String upper = Normalizer.normalize(withoutSpaces(text), Form.NFKC).toUpperCase(Locale.ROOT);
    String wide = withoutSpaces(Normalizer.normalize(upper, Form.NFKC));
    // Again: a mark typed by itself stood on a space, and takes its place among others without it.
    return Normalizer.normalize(wide, Form.NFKC);
  }

  static boolean variationSelector(int character) {
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }

  private static String katakana(String text) {
    // Twice: half-width marks compose only once their kana are wide, and NFKC can yield hiragana.
    IntUnaryOperator wide = c -> (c >= 'ぁ' && c <= 'ゖ') || c == 'ゝ' || c == 'ゞ' ? c + 0x60 : c;
    String result = text;
    for (int pass = 0; pass < 2; pass++) {
      result = Normalizer.normalize(mapped(result, wide), Form.NFKC);
    }
    return mapped(result, wide);
  }

  private static String mapped(String text, IntUnaryOperator mapping) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().map(mapping).forEach(result::appendCodePoint);
    return result.toString();
  }

  private static String withoutSpaces(String text) {
    return without(c -> Character.isWhitespace(c) || Character.isSpaceChar(c), text);
  }

  private static String without(IntPredicate unwanted, String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().filter(unwanted.negate()).forEach(result::appendCodePoint);
    return result.toString();
  }

  private static boolean separates(char letter) {
    return Character.isWhitespace(letter)
        || Character.isSpaceChar(letter)
        || letter == '・'
        || letter == '\u3099'
        || letter == '\u309A';
  }

  private static char large(char letter) {
    int small = SMALL.indexOf(letter);
    return small < 0 ? letter : LARGE.charAt(small);
  }

  private static char vowelOf(char letter) {
    for (Map.Entry<Character, String> row : ENDING_ON.entrySet()) {
      if (row.getValue().indexOf(letter) >= 0) {
        return row.getKey();
      }
    }
    return 0;
  }

  private static boolean lengthens(char vowel, char letter) {
    return vowel != 0
        && (vowel == letter || (vowel == 'オ' && letter == 'ウ') || (vowel == 'エ' && letter == 'イ'));
  }

  private static Map<Integer, Integer> everyday(String pairs) {
    int[] characters = pairs.codePoints().toArray();
    Map<Integer, Integer> forms = new java.util.HashMap<>();
    for (int i = 0; i < characters.length; i += 2) {
      forms.put(characters[i], characters[i + 1]);
    }
    return Map.copyOf(forms);
  }
}
