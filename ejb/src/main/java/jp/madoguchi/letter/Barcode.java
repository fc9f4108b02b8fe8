package jp.madoguchi.letter;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A Code 128 barcode as bars that a page draws; what it says can be typed by a scanner as it
 * stands.
 *
 * @param widthMm of the whole, with the quiet zones of ten modules that a scanner needs
 */
public record Barcode(String text, String widthMm, List<Bar> bars) {

  private static final BigDecimal MODULE_MM = new BigDecimal("0.4");
  private static final int QUIET_MODULES = 10;

  /** A black bar, in millimetres from the left edge. */
  public record Bar(String leftMm, String widthMm) {}

  public Barcode {
    bars = List.copyOf(bars);
  }

  /**
   * @param text printable ASCII, at most 80 characters
   */
  public static Barcode of(String text) {
    BitMatrix modules = new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, 1);
    int[] box = modules.getEnclosingRectangle();
    List<Bar> bars = new ArrayList<>();
    for (int at = box[0]; at < box[0] + box[2]; ) {
      int end = at;
      while (end < modules.getWidth() && modules.get(end, 0)) {
        end++;
      }
      if (end > at) {
        bars.add(new Bar(mm(QUIET_MODULES + at - box[0]), mm(end - at)));
      }
      at = Math.max(end, at + 1);
    }
    return new Barcode(text, mm(box[2] + 2 * QUIET_MODULES), bars);
  }

  private static String mm(int modules) {
    return MODULE_MM.multiply(BigDecimal.valueOf(modules)).toPlainString();
  }
}
