package jp.madoguchi.web.revocation;

import java.time.Instant;
import jp.madoguchi.paper.SeenPaper;
import jp.madoguchi.web.faces.PageTexts;

/** A paper that was seen as an original, on a page. */
public record PaperRow(String name, String by, Instant at) {

  static PaperRow of(SeenPaper paper, PageTexts texts) {
    return new PaperRow(
        texts.get("document." + paper.document()), paper.confirmedBy(), paper.confirmedAt());
  }
}
