package jp.madoguchi.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import jp.madoguchi.calendar.OfficeClock;

/**
 * Prints papers from XHTML. The same text at the same time of the office's clock gives the same
 * file, to the byte.
 */
@ApplicationScoped
public class Press {

  /** Stands in a paper where it says what could not be printed as registered. */
  static final String FOOT = "<!-- printability -->";

  static {
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  private final Typefaces typefaces;
  private final OfficeClock clock;

  protected Press() {
    this(null, null);
  }

  @Inject
  public Press(Typefaces typefaces, OfficeClock clock) {
    this.typefaces = typefaces;
    this.clock = clock;
  }

  public PrintedPaper print(Paper paper) {
    Typesetting set = new Typesetting(typefaces.all(), paper.xhtml());
    String text = set.text().replace(FOOT, PrintabilityNote.of(set.printability()));
    try {
      byte[] rendered = render(text, set);
      byte[] pdf = ReadableText.in(rendered, set.readings(), clock.instant());
      return new PrintedPaper(paper.title(), pdf, set.printability());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] render(String text, Typesetting set) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((address, type) -> false, when);
    }
    builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.withProducer("Madoguchi");
    set.fonts()
        .forEach(
            (typeface, glyphs) -> {
              byte[] font = typeface.with(glyphs);
              builder.useFont(
                  () -> new ByteArrayInputStream(font),
                  typeface.family(),
                  typeface.weight(),
                  FontStyle.NORMAL,
                  true);
            });
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    builder.withHtmlContent(text, null).toStream(pdf).run();
    return pdf.toByteArray();
  }
}
