package jp.madoguchi.web.cardwriting;

import java.util.Locale;
import jp.madoguchi.cardwriting.ScreenState.Look;
import jp.madoguchi.cardwriting.Told;
import jp.madoguchi.cardwriting.WritingStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a page tells of a card on a reader, in words.
 *
 * @param state a name of {@code CardCourse} or {@code WritingFault}
 * @param symbol the picture among the pages' icons
 */
@Schema(name = "CardState")
public record CardStateJson(String state, Look look, String symbol, String sentence, String next) {

  public static CardStateJson of(WritingStatus status, Locale locale) {
    Told told = Told.of(status, locale);
    return new CardStateJson(
        status.state().name(),
        status.state().look(),
        status.state().symbol(),
        told.sentence(),
        told.next());
  }
}
