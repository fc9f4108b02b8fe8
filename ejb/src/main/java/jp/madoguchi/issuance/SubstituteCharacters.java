package jp.madoguchi.issuance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * 代替文字: characters outside JIS X 0208 levels 1 and 2 and JIS X 0212 are replaced in a certificate.
 *
 * <p>A character is a code point together with a variation selector or a combining voicing mark
 * that follows it; it is replaced by exactly one code point, so that text and positions have the
 * same length. What the agreed table does not name is replaced by its compatibility form where that
 * is allowed (half-width kana, enclosed and squared characters of one letter), else by the geta
 * mark. Latin letters, digits and signs are allowed in both widths, since JIS X 0208 has them.
 */
public final class SubstituteCharacters {

  /** Stands where no substitute is agreed. */
  static final String GETA = "〓";

  private static final String TABLE = "substitute-characters.txt";

  /** Characters of JIS X 0208 under the other code point that Windows gives them. */
  private static final String OTHER_MAPPINGS =
      "\u3000\u2015\u2225\uFF0D\uFF3C\uFF5E\uFFE0\uFFE1\uFFE2";

  private static final BitSet ALLOWED = allowed();
  private static final Map<String, String> AGREED = agreed();

  /**
   * A text that the certificate can carry.
   *
   * @param text as the certificate writes it
   * @param positions for each character of the text 1 where it is a substitute, else 0
   * @param replaced the substitutes, in order, for the clerk to see beside the originals
   */
  public record Substitution(String text, String positions, List<Replaced> replaced) {

    public Substitution {
      replaced = List.copyOf(replaced);
    }
  }

  /**
   * One substitute.
   *
   * @param position counted in characters from 1
   * @param original as the register writes it, with its variation selector
   */
  public record Replaced(int position, String original, String substitute) {}

  private SubstituteCharacters() {}

  public static Substitution in(String original) {
    StringBuilder text = new StringBuilder(original.length());
    StringBuilder positions = new StringBuilder(original.length());
    List<Replaced> replaced = new ArrayList<>();
    for (int start = 0; start < original.length(); ) {
      int end = endOfCharacter(original, start);
      String character = original.substring(start, end);
      String kept = kept(character);
      String written = kept == null ? substitute(character) : kept;
      text.append(written);
      positions.append(kept == null ? '1' : '0');
      if (kept == null) {
        replaced.add(new Replaced(positions.length(), character, written));
      }
      start = end;
    }
    return new Substitution(text.toString(), positions.toString(), replaced);
  }

  /** Whether the certificate may carry the code point. */
  static boolean allows(int codePoint) {
    return ALLOWED.get(codePoint);
  }

  private static int endOfCharacter(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    while (end < text.length() && belongsToItsBase(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean belongsToItsBase(int codePoint) {
    return codePoint >= 0xFE00 && codePoint <= 0xFE0F
        || codePoint >= 0xE0100 && codePoint <= 0xE01EF
        || codePoint == 0x3099
        || codePoint == 0x309A;
  }

  /** The same character, composed where it came in two parts; null where it cannot be carried. */
  private static String kept(String character) {
    if (isOneAllowed(character)) {
      return character;
    }
    boolean voiced = character.indexOf('\u3099') > 0 || character.indexOf('\u309A') > 0;
    String composed = voiced ? Normalizer.normalize(character, Normalizer.Form.NFC) : character;
    return isOneAllowed(composed) ? composed : null;
  }

  private static String substitute(String character) {
    String base = new String(Character.toChars(character.codePointAt(0)));
    String agreed = AGREED.getOrDefault(character, AGREED.get(base));
    if (agreed != null) {
      return agreed;
    }
    if (isOneAllowed(base)) {
      return base;
    }
    String compatible = Normalizer.normalize(base, Normalizer.Form.NFKC);
    return isOneAllowed(compatible) ? compatible : GETA;
  }

  private static boolean isOneAllowed(String text) {
    return !text.isEmpty()
        && text.codePointCount(0, text.length()) == 1
        && allows(text.codePointAt(0));
  }

  private static BitSet allowed() {
    BitSet allowed = new BitSet(0x10000);
    allowed.set(0x20, 0x7F);
    for (String charset : List.of("x-JIS0208", "JIS_X0212-1990")) {
      CharsetEncoder encoder = Charset.forName(charset).newEncoder();
      IntStream.range(0xA0, 0xFFFE)
          .filter(unit -> !Character.isSurrogate((char) unit))
          .filter(unit -> encoder.canEncode((char) unit))
          .forEach(allowed::set);
    }
    OTHER_MAPPINGS.chars().forEach(allowed::set);
    return allowed;
  }

  private static Map<String, String> agreed() {
    Map<String, String> table = new HashMap<>();
    try (InputStream in = SubstituteCharacters.class.getResourceAsStream(TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(line, table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(table);
  }

  private static void add(String line, Map<String, String> table) {
    String[] columns = line.split("\t");
    if (columns.length < 2 || !isOneAllowed(columns[1])) {
      throw new IllegalStateException(TABLE + ": not an allowed substitute: " + line);
    }
    if (table.put(columns[0], columns[1]) != null) {
      throw new IllegalStateException(TABLE + ": named twice: " + line);
    }
  }
}
