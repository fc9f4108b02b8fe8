package jp.madoguchi.judges;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What openssl and GnuTLS show, in words that both share. */
final class Shown {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMM d HH:mm:ss yyyy", Locale.ROOT);
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?:\\w{3} )?(\\w{3}) +(\\d+) (\\d\\d:\\d\\d:\\d\\d) (?:UTC )?(\\d{4})(?: GMT)?");

  /** How each program calls the same purpose. */
  private static final Map<String, String> PURPOSES =
      Map.of(
          "tlswebclientauthentication", "1.3.6.1.5.5.7.3.2",
          "tlswwwclient", "1.3.6.1.5.5.7.3.2",
          "ocspsigning", "1.3.6.1.5.5.7.3.9");

  private Shown() {}

  /**
   * {@code Nov 24 01:00:00 2026 GMT} of openssl, {@code Tue Nov 24 01:00:00 UTC 2026} of GnuTLS.
   */
  static Instant moment(String text) {
    Matcher found = MOMENT.matcher(text.strip());
    if (!found.matches()) {
      throw new AssertionError("No moment: " + text);
    }
    return LocalDateTime.parse(
            String.join(" ", found.group(1), found.group(2), found.group(3), found.group(4)), DATE)
        .toInstant(ZoneOffset.UTC);
  }

  /** Digits in lower case, without what stands between them. */
  static String hex(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[:\\s]", "");
  }

  /**
   * As a number: without leading zeros. Somebody may ask for a negative one, which openssl shows
   * with a sign and GnuTLS as its octets.
   */
  static String serial(String text) {
    String digits = hex(text);
    return digits.startsWith("-")
        ? HexFormat.of().formatHex(new BigInteger(digits, 16).toByteArray())
        : digits.replaceFirst("^0+(?=.)", "");
  }

  /**
   * A name's parts in an order of their own: openssl writes them forwards, the others backwards.
   */
  static List<String> name(String text) {
    return Arrays.stream(text.split("(?<!\\\\),"))
        .map(part -> part.strip().replaceFirst(" = ", "="))
        .sorted()
        .toList();
  }

  /** {@code Certificate Sign} of openssl and {@code Certificate signing.} of GnuTLS are one. */
  static TreeSet<String> words(List<String> words) {
    TreeSet<String> same = new TreeSet<>();
    for (String word : words) {
      String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      if (!plain.isEmpty()) {
        same.add(PURPOSES.getOrDefault(plain, plain.replaceFirst("signing$", "sign")));
      }
    }
    return same;
  }

  /** What stands behind a label, the first time; empty where it does not. */
  static String after(String text, String label) {
    Matcher found = Pattern.compile(Pattern.quote(label) + "[ \\t]*(.*)").matcher(text);
    return found.find() ? found.group(1).strip() : "";
  }

  /** What stands behind a label, each time. */
  static List<String> all(String text, String label) {
    Matcher found = Pattern.compile(Pattern.quote(label) + "[ \\t]*(.*)").matcher(text);
    List<String> all = new ArrayList<>();
    while (found.find()) {
      all.add(found.group(1).strip());
    }
    return all;
  }

  /** The lines that stand deeper than the line of a label. */
  static List<String> below(String text, String label) {
    List<String> lines = text.lines().toList();
    List<String> below = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).strip().startsWith(label)) {
        int depth = depth(lines.get(at));
        for (int next = at + 1; next < lines.size() && depth(lines.get(next)) > depth; next++) {
          below.add(lines.get(next).strip());
        }
        return below;
      }
    }
    return below;
  }

  private static int depth(String line) {
    int depth = 0;
    while (depth < line.length() && Character.isWhitespace(line.charAt(depth))) {
      depth++;
    }
    return depth;
  }
}
