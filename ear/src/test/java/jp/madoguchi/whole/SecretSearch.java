package jp.madoguchi.whole;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for texts in all that a running counter leaves behind, in every form in which they could
 * stand there: as the bytes of Latin-1 and UTF-16, and in hexadecimal.
 */
final class SecretSearch {

  private static final int PIECE = 1 << 22;

  private final Map<String, byte[]> forms = new LinkedHashMap<>();
  private final int longest;
  private final int shortest;

  /**
   * How far the search may go on after two bytes, for all forms at once (Wu and Manber): a dump has
   * some hundred million bytes.
   */
  private final int[] steps = new int[1 << 16];

  SecretSearch(List<String> secrets) {
    for (String secret : secrets) {
      byte[] latin = secret.getBytes(StandardCharsets.ISO_8859_1);
      byte[] wide = secret.getBytes(StandardCharsets.UTF_16LE);
      String hex = HexFormat.of().formatHex(latin);
      forms.put(secret + " in Latin-1", latin);
      // without the last zero it is part of the other byte order's form too
      forms.put(secret + " in UTF-16", Arrays.copyOf(wide, wide.length - 1));
      forms.put(secret + " in hexadecimal", ascii(hex));
      forms.put(secret + " in Hexadecimal", ascii(hex.toUpperCase(Locale.ROOT)));
    }
    longest = forms.values().stream().mapToInt(form -> form.length).max().orElseThrow();
    shortest = forms.values().stream().mapToInt(form -> form.length).min().orElseThrow();
    Arrays.fill(steps, shortest - 1);
    for (byte[] form : forms.values()) {
      for (int end = 1; end < shortest; end++) {
        int pair = pair(form, end);
        steps[pair] = Math.min(steps[pair], shortest - 1 - end);
      }
    }
  }

  /** Which form stands in which file below the folders; the parts named are left out. */
  List<String> inFiles(Path folder, Path... leftOut) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> found = new ArrayList<>();
      files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(leftOut).noneMatch(file::startsWith))
          .forEach(file -> inFile(file).forEach(form -> found.add(file + ": " + form)));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which forms stand in a file of any size. */
  Set<String> inFile(Path file) {
    Set<String> found = new LinkedHashSet<>();
    byte[] piece = new byte[PIECE + longest];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(piece, 0, PIECE);
      while (read > 0) {
        int length = kept + read;
        inPiece(piece, length, found);
        kept = Math.min(longest - 1, length);
        System.arraycopy(piece, length - kept, piece, 0, kept);
        read = in.readNBytes(piece, kept, PIECE);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void inPiece(byte[] piece, int length, Set<String> found) {
    int end = shortest - 1;
    while (end < length) {
      int step = steps[pair(piece, end)];
      if (step == 0) {
        addThoseAt(end - shortest + 1, piece, length, found);
      }
      end += Math.max(step, 1);
    }
  }

  private void addThoseAt(int begin, byte[] piece, int length, Set<String> found) {
    forms.forEach(
        (name, form) -> {
          int end = begin + form.length;
          if (end <= length && Arrays.equals(piece, begin, end, form, 0, form.length)) {
            found.add(name);
          }
        });
  }

  private static int pair(byte[] bytes, int end) {
    return (bytes[end - 1] & 0xFF) << 8 | bytes[end] & 0xFF;
  }

  /** Which tables have a row with one of the forms in any column, also within bytes. */
  List<String> inTables() {
    List<String> found = new ArrayList<>();
    String all =
        Tables.text(
            "select string_agg(format('%I.%I', schemaname, tablename), ' ') from pg_tables"
                + " where schemaname not in ('pg_catalog', 'information_schema')");
    String[] likes = forms.values().stream().map(SecretSearch::like).toArray(String[]::new);
    for (String table : all.split(" ")) {
      String query =
          "select count(*) from %s as line where line::text like any (string_to_array(?, ' '))";
      if (Tables.count(query.formatted(table), String.join(" ", likes)) > 0) {
        found.add(table);
      }
    }
    return found;
  }

  /** Bytes are shown in hexadecimal there; what is no ASCII cannot stand in a text. */
  private static String like(byte[] form) {
    for (byte one : form) {
      if (one == 0) {
        return "%" + HexFormat.of().formatHex(form) + "%";
      }
    }
    return "%" + new String(form, StandardCharsets.ISO_8859_1) + "%";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
