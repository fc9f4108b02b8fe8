package jp.madoguchi.letter;

import java.util.Locale;

/**
 * The addressee as they stand in the window of an envelope: in letters as large as leave room for
 * all of it, so that nothing is cut off.
 *
 * <p>JIS S 5502 makes windows 80, 90 or 100 mm long and 45 or 55 mm high. The office's 長形3号
 * envelope (235 mm × 120 mm) has one of 90 mm × 55 mm, 20 mm from its left and 15 mm from its upper
 * edge. An A4 sheet folded in three (210 mm × 99 mm) moves in it by 25 mm to the right and 21 mm
 * down, and Japan Post asks (窓付封筒, 無色透明部分の設定方法) that postal code and address stay within the window
 * wherever the sheet lies. That leaves of the sheet the rectangle of 65 mm × 34 mm whose upper left
 * corner is 20 mm and 15 mm from the sheet's. Down to 70 mm and across to 110 mm nothing else may
 * stand on it, for it would appear in the window.
 *
 * @param postalMark 〒243-0014
 * @param name without 様
 * @param addressPt the address's size in points
 * @param namePt the name's size in points
 */
record AddressBlock(
    String postalMark, String address, String name, String addressPt, String namePt) {

  static final double LEFT_MM = 20;
  static final double TOP_MM = 15;
  static final double WIDTH_MM = 65;
  static final double HEIGHT_MM = 34;

  private static final double POSTAL_LINE_MM = 6;
  private static final double LEADING = 1.25;
  private static final double LARGEST_PT = 11;
  private static final double SMALLEST_PT = 3;
  private static final double STEP_PT = 0.25;
  private static final double MM_A_POINT = 25.4 / 72;

  /** A name is larger than its address by so much. */
  private static final double NAME_FACTOR = 1.25;

  /** A name that takes one line is not set smaller than this, however long its address is. */
  private static final double SHORT_NAME_PT = 10;

  static AddressBlock of(Addressee to) {
    double size = LARGEST_PT;
    while (size > SMALLEST_PT && heightMm(to, size) > HEIGHT_MM) {
      size -= STEP_PT;
    }
    return new AddressBlock(
        to.postalMark(), to.address(), to.name(), points(size), points(namePt(to, size)));
  }

  private static double heightMm(Addressee to, double size) {
    return POSTAL_LINE_MM + linesMm(to.address(), size) + linesMm(called(to), namePt(to, size));
  }

  private static String called(Addressee to) {
    return to.name() + "　様";
  }

  private static double namePt(Addressee to, double size) {
    boolean oneLine = ems(called(to)) * SHORT_NAME_PT * MM_A_POINT <= WIDTH_MM;
    return Math.max(size * NAME_FACTOR, oneLine ? SHORT_NAME_PT : 0);
  }

  /** A little more than the letters fill, for lines that end before a word or a mark. */
  private static double linesMm(String text, double size) {
    double em = size * MM_A_POINT;
    double filled = ems(text) * em / WIDTH_MM;
    double lines = filled <= 1 ? 1 : Math.ceil(filled * 1.04);
    return lines * em * LEADING;
  }

  private static double ems(String text) {
    return text.codePoints()
        .filter(one -> Character.getType(one) != Character.NON_SPACING_MARK)
        .mapToDouble(one -> one < 0x7F ? 0.65 : 1)
        .sum();
  }

  private static String points(double size) {
    return String.format(Locale.ROOT, "%.2f", size);
  }
}
