package jp.madoguchi.letter;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a printed paper again. */
public final class PaperText {

  private static final int SCANNER_DPI = 300;

  private PaperText() {}

  /** The words of all pages, with one space wherever there is any. */
  public static String of(PrintedPaper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(paper.pdf())) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\\u3000]+", " ");
    }
  }

  /** The first page as a scanner sees it. */
  static BufferedImage image(PrintedPaper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(paper.pdf())) {
      return new PDFRenderer(document).renderImageWithDPI(0, SCANNER_DPI);
    }
  }
}
