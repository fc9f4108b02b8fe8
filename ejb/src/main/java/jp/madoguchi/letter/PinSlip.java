package jp.madoguchi.letter;

import io.jstach.jstache.JStache;
import java.time.Instant;
import java.util.List;

/**
 * 暗証番号変更・初期化の控え: which PINs of the card were set and when, for the holder. The PINs are not on it.
 *
 * @param representative the legal representative's name; null for the holder in person
 */
@JStache(path = "jp/madoguchi/letter/pin-slip.html")
public record PinSlip(
    Letterhead head, String number, String name, String representative, List<Line> lines)
    implements Paper {

  /**
   * A PIN that was set.
   *
   * @param word as {@link CertificateCopy#word} says it
   * @param way 変更 or 初期化
   * @param at 令和8年11月24日 10:05
   */
  public record Line(String word, String way, String at) {

    public static Line of(String word, String way, Instant at) {
      return new Line(word, way, PaperDates.minute(at));
    }
  }

  public PinSlip {
    lines = List.copyOf(lines);
  }

  /** Whether a representative was here. */
  boolean represented() {
    return representative != null;
  }

  @Override
  public String title() {
    return "暗証番号変更・初期化の控え";
  }

  @Override
  public String xhtml() {
    return PinSlipRenderer.of().execute(this);
  }
}
