package jp.madoguchi.text;

/** Texts for a file that people open with a spreadsheet. */
public final class SpreadsheetText {

  /** A byte order mark, by which spreadsheets know UTF-8. */
  public static final String MARK = "\uFEFF";

  /** With which a spreadsheet begins a formula, in the wide form of a Japanese keyboard too. */
  private static final String FORMULA = "=+-@\t\r＝＋－＠";

  private SpreadsheetText() {}

  /** A spreadsheet would run a text that begins like a formula: an apostrophe keeps it a text. */
  public static String harmless(Object value) {
    String text = value == null ? "" : value.toString();
    return text.length() > 1 && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
