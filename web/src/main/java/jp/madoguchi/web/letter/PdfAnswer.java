package jp.madoguchi.web.letter;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jp.madoguchi.letter.PrintedPaper;

/** A paper as an answer: shown in the browser, kept nowhere. */
public final class PdfAnswer {

  public static final String TYPE = "application/pdf";

  private PdfAnswer() {}

  /**
   * @param name of the file when it is kept, in ASCII and without its ending
   */
  public static Response of(PrintedPaper paper, String name) {
    return of(paper.pdf(), name);
  }

  /** As {@link #of(PrintedPaper, String)}, of a file that was printed before. */
  public static Response of(byte[] pdf, String name) {
    return Response.ok(pdf, TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
        .build();
  }
}
