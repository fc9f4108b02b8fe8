package jp.madoguchi.letter;

/**
 * A paper, ready for the printer.
 *
 * @param title as in the file's properties: 領収書
 * @param pdf the whole file
 */
public record PrintedPaper(String title, byte[] pdf, Printability printability) {}
