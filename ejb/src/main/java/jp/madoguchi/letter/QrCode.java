package jp.madoguchi.letter;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A QR code as rows of dark runs that a page draws; a scanner types what it says as it stands.
 *
 * @param sideMm of the whole, with the quiet zone of four modules that ISO/IEC 18004 asks for
 * @param moduleMm the height of a run
 */
public record QrCode(String text, String sideMm, String moduleMm, List<Run> runs) {

  /** A scanner at arm's length reads it from paper that was folded. */
  private static final BigDecimal MODULE_MM = new BigDecimal("0.8");

  /** Runs of neighbouring rows overlap a little, or a screen shows hairlines between them. */
  private static final BigDecimal OVERLAP_MM = new BigDecimal("0.02");

  private static final int QUIET_MODULES = 4;

  /** All sheets of a letter have the same, and choosing its mask is an eighth of printing them. */
  private static volatile QrCode drawnLast;

  /** Dark modules side by side, in millimetres from the upper left corner. */
  public record Run(String leftMm, String topMm, String widthMm) {}

  public QrCode {
    runs = List.copyOf(runs);
  }

  /** Of the letter's code alone, so that the picture too holds no personal data (R-LETTER). */
  public static QrCode of(LetterCode code) {
    QrCode last = drawnLast;
    if (last == null || !last.text.equals(code.value())) {
      last = draw(code);
      drawnLast = last;
    }
    return last;
  }

  private static QrCode draw(LetterCode code) {
    ByteMatrix modules = modules(code.value());
    List<Run> runs = new ArrayList<>();
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int at = 0; at < modules.getWidth(); ) {
        int end = at;
        while (end < modules.getWidth() && modules.get(end, row) == 1) {
          end++;
        }
        if (end > at) {
          runs.add(new Run(mm(QUIET_MODULES + at), mm(QUIET_MODULES + row), mm(end - at)));
        }
        at = Math.max(end, at + 1);
      }
    }
    return new QrCode(
        code.value(),
        mm(modules.getWidth() + 2 * QUIET_MODULES),
        MODULE_MM.add(OVERLAP_MM).toPlainString(),
        runs);
  }

  private static ByteMatrix modules(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalStateException("A letter's code always fits", e);
    }
  }

  private static String mm(int modules) {
    return MODULE_MM.multiply(BigDecimal.valueOf(modules)).toPlainString();
  }
}
