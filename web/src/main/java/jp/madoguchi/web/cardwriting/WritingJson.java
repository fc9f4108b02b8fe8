package jp.madoguchi.web.cardwriting;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.cardwriting.WritingDesk.Progress;
import jp.madoguchi.cardwriting.WritingFault;
import jp.madoguchi.cardwriting.WritingStatus;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.text.Texts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The writing page's content, in words.
 *
 * @param fault one sentence and one next step; null while it goes on
 * @param message what is being done, where there is no fault
 * @param next what to do, where there is no fault
 * @param secondsLeft how long it will still take by this office's own figures; null: not known
 */
@Schema(name = "Writing")
record WritingJson(
    State state,
    Fault fault,
    String message,
    String next,
    Long secondsLeft,
    List<Certificate> certificates) {

  /** What the page shows in its picture. */
  enum State {
    WAITING_FOR_CARD,
    WRONG_CARD,
    WAITING_FOR_PINS,
    WRITING,
    DONE,
    FAULT
  }

  @Schema(name = "WritingHindrance")
  record Fault(WritingFault code, String title, String next) {}

  @Schema(name = "CertificateWriting")
  record Certificate(CertificateType type, String word, int step, int of) {}

  static WritingJson of(Progress progress, Locale locale) {
    WritingStatus status = progress.status();
    State state = state(status);
    List<Certificate> certificates =
        status.certificates().stream().map(line -> certificate(line, locale)).toList();
    Fault fault = status.fault().map(found -> fault(found, locale)).orElse(null);
    return switch (state) {
      case DONE ->
          new WritingJson(
              state, null, word("done", locale), word("done.next", locale), null, certificates);
      case WRITING ->
          new WritingJson(
              state,
              null,
              word("going-on", locale),
              word("going-on.next", locale),
              progress.left().map(WritingJson::secondsUp).orElse(null),
              certificates);
      default -> new WritingJson(state, fault, word("not-begun", locale), null, null, certificates);
    };
  }

  private static long secondsUp(Duration left) {
    return left.plusMillis(999).toSeconds();
  }

  private static State state(WritingStatus status) {
    if (status.certificates().isEmpty()) {
      return State.WAITING_FOR_PINS;
    }
    if (status.isDone()) {
      return State.DONE;
    }
    return status.fault().map(WritingJson::state).orElse(State.WRITING);
  }

  private static State state(WritingFault fault) {
    return switch (fault) {
      case NO_CARD, CARD_TORN -> State.WAITING_FOR_CARD;
      case WRONG_CARD -> State.WRONG_CARD;
      case PIN_NEEDED -> State.WAITING_FOR_PINS;
      default -> State.FAULT;
    };
  }

  private static Fault fault(WritingFault fault, Locale locale) {
    return new Fault(
        fault, Texts.get(locale, fault.key() + ".title"), Texts.get(locale, fault.key() + ".next"));
  }

  private static Certificate certificate(WritingStatus.Line line, Locale locale) {
    return new Certificate(
        line.type(), word("step." + line.step(), locale), line.step(), WritingStatus.STEPS);
  }

  private static String word(String key, Locale locale) {
    return Texts.get(locale, "writing." + key);
  }
}
