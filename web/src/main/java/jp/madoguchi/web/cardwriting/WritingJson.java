package jp.madoguchi.web.cardwriting;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.cardwriting.InUse;
import jp.madoguchi.cardwriting.ScreenState.Look;
import jp.madoguchi.cardwriting.Told;
import jp.madoguchi.cardwriting.WritingDesk.Progress;
import jp.madoguchi.cardwriting.WritingStatus;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.text.Texts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the screens tell of a case's writing, in words.
 *
 * @param state a name of {@code CardCourse} or {@code WritingFault}
 * @param symbol the picture among the pages' icons
 * @param sentence what is
 * @param next the one next step
 * @param inUse which certificates the holder can use meanwhile; null while it goes on
 * @param resume the word of the button with which it goes on; null: none is needed
 * @param secondsLeft how long it will still take by this office's own figures; null: not known
 */
@Schema(name = "Writing")
record WritingJson(
    String state,
    Look look,
    String symbol,
    String sentence,
    String next,
    String inUse,
    String resume,
    Long secondsLeft,
    List<Certificate> certificates) {

  /**
   * One certificate.
   *
   * @param word what the card does for it; while the writing stands still, how far it came
   * @param done how many steps are done for sure
   * @param inUse what the holder can use of this type meanwhile; null while the writing goes on
   */
  @Schema(name = "CertificateWriting")
  record Certificate(CertificateType type, String word, int done, int of, InUse inUse) {}

  static WritingJson of(Progress progress, String here, Locale locale) {
    WritingStatus status = progress.status();
    Told told = Told.of(status, here, locale);
    return new WritingJson(
        status.state().name(),
        status.state().look(),
        status.state().symbol(),
        told.sentence(),
        told.next(),
        told.inUse().orElse(null),
        told.resume().orElse(null),
        progress.left().map(WritingJson::secondsUp).orElse(null),
        status.certificates().stream()
            .map(line -> certificate(line, status.fault().isPresent(), locale))
            .toList());
  }

  private static long secondsUp(Duration left) {
    return left.plusMillis(999).toSeconds();
  }

  private static Certificate certificate(
      WritingStatus.Line line, boolean standsStill, Locale locale) {
    String key = standsStill ? "writing.so-far." + line.done() : "writing.step." + line.step();
    return new Certificate(
        line.type(),
        Texts.get(locale, key),
        line.done(),
        WritingStatus.STEPS,
        line.inUse().orElse(null));
  }
}
