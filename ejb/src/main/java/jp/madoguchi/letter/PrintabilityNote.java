package jp.madoguchi.letter;

import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.letter.Printability.Lacking;
import jp.madoguchi.letter.Printability.Substitute;

/** The note at the foot of a paper that does not show every character as it is registered. */
final class PrintabilityNote {

  private PrintabilityNote() {}

  /** In XHTML; empty when all is as registered. */
  static String of(Printability printability) {
    if (printability.complete()) {
      return "";
    }
    return "<div class=\"printability\">"
        + line(printability, Substitute.GETA, "〓は、印刷できない文字の代わりです: ")
        + line(printability, Substitute.USUAL_SHAPE, "登録された字形と異なる字形で印刷した文字: ")
        + "</div>";
  }

  private static String line(Printability printability, Substitute substitute, String text) {
    List<Lacking> those =
        printability.lacking().stream().filter(one -> one.substitute() == substitute).toList();
    return those.isEmpty()
        ? ""
        : those.stream()
            .map(Lacking::codePoints)
            .collect(Collectors.joining("、", "<p>" + text, "</p>"));
  }
}
