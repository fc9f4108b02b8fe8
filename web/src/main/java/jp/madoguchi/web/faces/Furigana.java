package jp.madoguchi.web.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The readings (ふりがな) of a text that has them behind their kanji, as in {@code 委任状《いにんじょう》を書く}; a
 * bar before the word says where it begins when it is not kanji alone: {@code |15歳《さい》}.
 */
@Named("furigana")
@ApplicationScoped
public class Furigana {

  private static final Pattern READ =
      Pattern.compile("(?:\\|([^|《》]+)|([\\p{IsHan}々ヶ]+))《([^《》]+)》");

  /**
   * A part of the text.
   *
   * @param reading empty where it needs none
   */
  public record Part(String base, String reading) {}

  /** The text in parts; put together, their bases are the text without its readings. */
  public List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher read = READ.matcher(text);
    int done = 0;
    while (read.find()) {
      add(parts, text.substring(done, read.start()), "");
      add(parts, read.group(1) == null ? read.group(2) : read.group(1), read.group(3));
      done = read.end();
    }
    add(parts, text.substring(done), "");
    return parts;
  }

  private static void add(List<Part> parts, String base, String reading) {
    if (!base.isEmpty()) {
      parts.add(new Part(base, reading));
    }
  }
}
