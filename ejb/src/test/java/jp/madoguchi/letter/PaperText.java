package jp.madoguchi.letter;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads a printed paper again. */
public final class PaperText {

  private static final int SCANNER_DPI = 300;
  private static final float MM_A_POINT = 25.4f / 72;

  /** A letter where it stands, in millimetres from the upper left corner of its page. */
  record Placed(String text, float left, float top, float right, float bottom) {}

  private PaperText() {}

  /** The words of all pages, with one space wherever there is any. */
  public static String of(PrintedPaper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(paper.pdf())) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\\u3000]+", " ");
    }
  }

  /** The words of each page, without spaces. */
  static List<String> pages(PrintedPaper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(paper.pdf())) {
      PDFTextStripper stripper = new PDFTextStripper();
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replaceAll("[\\s\\u3000]", ""));
      }
      return pages;
    }
  }

  /**
   * The words of each page as a screen reader reads them: in the order of the file's structure
   * (PDF/UA), without spaces.
   */
  static List<String> readAloud(PrintedPaper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(paper.pdf())) {
      List<Map<Integer, String>> marked = new ArrayList<>();
      List<StringBuilder> pages = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        Map<Integer, String> texts = new HashMap<>();
        extractor.getMarkedContents().forEach(content -> collect(content, texts));
        marked.add(texts);
        pages.add(new StringBuilder());
      }
      read(
          document.getDocumentCatalog().getStructureTreeRoot(),
          null,
          (page, id) -> {
            int at = document.getPages().indexOf(page);
            pages.get(at).append(marked.get(at).getOrDefault(id, ""));
          });
      return pages.stream().map(page -> page.toString().replaceAll("[\\s\\u3000]", "")).toList();
    }
  }

  private static void collect(PDMarkedContent content, Map<Integer, String> texts) {
    StringBuilder text = new StringBuilder();
    for (Object part : content.getContents()) {
      if (part instanceof TextPosition letter) {
        text.append(letter.getUnicode());
      } else if (part instanceof PDMarkedContent inner) {
        collect(inner, texts);
      }
    }
    if (content.getMCID() >= 0) {
      texts.merge(content.getMCID(), text.toString(), String::concat);
    }
  }

  private static void read(PDStructureNode node, PDPage of, BiConsumer<PDPage, Integer> reader) {
    PDPage page =
        node instanceof PDStructureElement element && element.getPage() != null
            ? element.getPage()
            : of;
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureNode inner) {
        read(inner, page, reader);
      } else if (kid instanceof PDMarkedContentReference reference) {
        reader.accept(
            reference.getPage() == null ? page : reference.getPage(), reference.getMCID());
      } else if (kid instanceof Integer id) {
        reader.accept(page, id);
      }
    }
  }

  /**
   * The letters of a page in the order in which they are drawn, without spaces.
   *
   * @param page counted from 1
   */
  static List<Placed> letters(PrintedPaper paper, int page) throws IOException {
    return letters(paper).get(page - 1);
  }

  /** The letters of each page in the order in which they are drawn, without spaces. */
  static List<List<Placed>> letters(PrintedPaper paper) throws IOException {
    List<List<Placed>> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(paper.pdf())) {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void startPage(PDPage page) {
              pages.add(new ArrayList<>());
            }

            @Override
            protected void processTextPosition(TextPosition text) {
              if (!text.getUnicode().isBlank()) {
                pages.get(pages.size() - 1).add(placed(text));
              }
            }
          };
      stripper.getText(document);
    }
    return pages;
  }

  private static Placed placed(TextPosition text) {
    return new Placed(
        text.getUnicode(),
        text.getX() * MM_A_POINT,
        (text.getY() - text.getFontSizeInPt()) * MM_A_POINT,
        (text.getX() + text.getWidth()) * MM_A_POINT,
        text.getY() * MM_A_POINT);
  }

  /** The first page as a scanner sees it. */
  static BufferedImage image(PrintedPaper paper) throws IOException {
    return image(paper, 1);
  }

  /**
   * A page as a scanner sees it.
   *
   * @param page counted from 1
   */
  static BufferedImage image(PrintedPaper paper, int page) throws IOException {
    try (PDDocument document = Loader.loadPDF(paper.pdf())) {
      return new PDFRenderer(document).renderImageWithDPI(page - 1, SCANNER_DPI);
    }
  }

  /** The pixels of such an image without its alpha and colour model between. */
  static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
