package jp.madoguchi.web.pin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.madoguchi.cardwriting.PinSetting;
import jp.madoguchi.cardwriting.PinSetting.LastTry;
import jp.madoguchi.cardwriting.PinSettingState;
import jp.madoguchi.cardwriting.PinWay;
import jp.madoguchi.cardwriting.ScreenState.Look;
import jp.madoguchi.cardwriting.Told;
import jp.madoguchi.eligibility.RequiredDocument;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.pin.PinDesk;
import jp.madoguchi.pin.PinService;
import jp.madoguchi.pin.PinServiceLine;
import jp.madoguchi.pin.PinServiceView;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.text.Texts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A PIN service as programs read it. */
final class PinServiceJson {

  private PinServiceJson() {}

  /**
   * One PIN service.
   *
   * @param nextSteps what a person has to do now; empty while the card works and when it is over
   * @param pins how far each PIN is; empty before the card was presented
   */
  @Schema(name = "PinService")
  record Whole(
      String id,
      PinService.State status,
      long residentId,
      String cardSerial,
      Route route,
      String representative,
      Map<CertificateType, PinWay> ways,
      Instant receivedAt,
      Instant endedAt,
      List<NextStep> nextSteps,
      List<Pin> pins) {}

  /**
   * One PIN service in a list.
   *
   * @param nextStep the step that waits for a person; null while the card works
   */
  @Schema(name = "PinServiceLine")
  record Line(
      String id,
      PinService.State status,
      long residentId,
      String cardSerial,
      Route route,
      Map<CertificateType, PinWay> ways,
      Instant receivedAt,
      String nextStep) {}

  /**
   * A step that is due.
   *
   * @param confirmed the codes of the papers that check-papers asks for
   */
  @Schema(name = "PinServiceStep")
  record NextStep(String step, String title, List<Paper> confirmed) {}

  @Schema(name = "PinServicePaper")
  record Paper(String code, String name) {}

  /**
   * One PIN.
   *
   * @param triesLeft how many wrong tries the card still takes, as it said last; null: not asked
   * @param lastTry what came of the current PIN that was typed last; null: none, or it was right
   * @param word how far it is
   */
  @Schema(name = "PinSetting")
  record Pin(
      CertificateType type,
      PinWay way,
      PinSettingState state,
      Integer triesLeft,
      LastTry lastTry,
      String word) {}

  /**
   * How it stands, for a page that asks every second.
   *
   * @param step what a person has to do; empty: nothing
   */
  @Schema(name = "PinServiceProgress")
  record Progress(
      String step,
      String state,
      Look look,
      String symbol,
      String sentence,
      String next,
      String resume,
      List<Pin> pins) {}

  static Line of(PinServiceLine line) {
    PinService service = line.service();
    return new Line(
        service.key(),
        service.state(),
        service.residentId(),
        service.cardSerial(),
        service.route(),
        service.ways(),
        service.receivedAt(),
        line.due().isEmpty() ? null : line.due().get(0).step());
  }

  static Whole of(PinServiceView view, Locale locale) {
    PinService service = view.service();
    return new Whole(
        service.key(),
        service.state(),
        service.residentId(),
        service.cardSerial(),
        service.route(),
        service.representative().orElse(null),
        service.ways(),
        service.receivedAt(),
        service.endedAt().orElse(null),
        view.due().stream()
            .map(due -> new NextStep(due.step(), due.title(), papers(due.step(), view, locale)))
            .toList(),
        pins(view.status().pins(), locale));
  }

  private static List<Paper> papers(String step, PinServiceView view, Locale locale) {
    return step.equals(Steps.CHECK_PAPERS)
        ? view.papers().stream()
            .map(code -> new Paper(code, new RequiredDocument(code).name().in(locale)))
            .toList()
        : List.of();
  }

  static Progress of(PinDesk.Progress progress, String here, Locale locale) {
    Told told = Told.of(progress.told(), here, locale);
    return new Progress(
        progress.step(),
        progress.told().state().name(),
        progress.told().state().look(),
        progress.told().state().symbol(),
        told.sentence(),
        told.next(),
        told.resume().orElse(null),
        pins(progress.status().pins(), locale));
  }

  private static List<Pin> pins(List<PinSetting> settings, Locale locale) {
    return settings.stream()
        .map(
            one ->
                new Pin(
                    one.type(),
                    one.way(),
                    one.state(),
                    one.triesLeft().orElse(null),
                    one.lastTry().orElse(null),
                    word(one, locale)))
        .toList();
  }

  /** With the tries where they matter: while the current PIN is still to be proven. */
  private static String word(PinSetting one, Locale locale) {
    String said = Texts.get(locale, "pin.so-far." + one.state());
    boolean told =
        one.way() == PinWay.CHANGE
            && one.triesLeft().isPresent()
            && (one.state() == PinSettingState.AWAITED || one.state() == PinSettingState.READY);
    return told ? Texts.get(locale, "pin.tries", said, one.triesLeft().orElseThrow()) : said;
  }
}
