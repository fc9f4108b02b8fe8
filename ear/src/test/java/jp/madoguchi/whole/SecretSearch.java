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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks for texts in all that a running counter leaves behind, in every form in which they could
 * stand there: as the bytes of Latin-1 and UTF-16, and in hexadecimal.
 */
final class SecretSearch {

  private static final int PIECE = 1 << 22;

  private final Map<String, byte[]> forms = new LinkedHashMap<>();
  private final int longest;

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
    longest = forms.values().stream().mapToInt(form -> form.length).max().orElse(1);
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
  List<String> inFile(Path file) {
    Map<String, byte[]> open = new LinkedHashMap<>(forms);
    List<String> found = new ArrayList<>();
    byte[] piece = new byte[PIECE + longest];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(piece, 0, PIECE);
      while (read > 0) {
        int length = kept + read;
        open.entrySet().removeIf(form -> stands(form.getValue(), piece, length, form, found));
        kept = Math.min(longest - 1, length);
        System.arraycopy(piece, length - kept, piece, 0, kept);
        read = in.readNBytes(piece, kept, PIECE);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean stands(
      byte[] form, byte[] piece, int length, Map.Entry<String, byte[]> named, List<String> found) {
    boolean there = indexOf(form, piece, length) >= 0;
    if (there) {
      found.add(named.getKey());
    }
    return there;
  }

  /** By the last byte's distance (Horspool), as a dump has some hundred million bytes. */
  private static int indexOf(byte[] form, byte[] piece, int length) {
    int[] step = new int[256];
    Arrays.fill(step, form.length);
    for (int i = 0; i < form.length - 1; i++) {
      step[form[i] & 0xFF] = form.length - 1 - i;
    }
    int at = 0;
    while (at <= length - form.length) {
      int i = form.length - 1;
      while (i >= 0 && piece[at + i] == form[i]) {
        i--;
      }
      if (i < 0) {
        return at;
      }
      at += step[piece[at + form.length - 1] & 0xFF];
    }
    return -1;
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
