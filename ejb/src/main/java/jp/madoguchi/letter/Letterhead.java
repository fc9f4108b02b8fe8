package jp.madoguchi.letter;

/**
 * What stands on every paper.
 *
 * @param office the city office's name
 * @param section the section whose counter it is
 * @param printedAt in the form 令和8年11月24日 10:05
 * @param printedBy the login of whoever prints it
 * @param training whether 研修 is printed across every page
 */
public record Letterhead(
    String office, String section, String printedAt, String printedBy, boolean training) {

  /** The day of {@link #printedAt} alone. */
  String printedOn() {
    return printedAt.split(" ")[0];
  }
}
