package jp.madoguchi.web.pin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.madoguchi.cardwriting.PinWay;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.pin.PinService;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.workflow.CaseProcess.DueStep;

/** PIN services in the pages' words. */
final class PinWords {

  private PinWords() {}

  /** 署名用の変更、利用者証明用の初期化. */
  static String ways(Map<CertificateType, PinWay> ways, PageTexts texts) {
    return ways.entrySet().stream()
        .map(
            one ->
                texts.of(
                    "pin.what",
                    texts.get("type.short." + one.getKey()),
                    texts.get("pin.way." + one.getValue() + ".short")))
        .collect(Collectors.joining(texts.get("list.separator")));
  }

  /** The step that is due, or where it stands. */
  static String step(PinService service, List<DueStep> due, PageTexts texts) {
    if (!due.isEmpty()) {
      return texts.step(due.get(0).step(), due.get(0).title());
    }
    return service.state() == PinService.State.OPEN
        ? texts.get("pin.on-card")
        : texts.get("pin.state." + service.state());
  }
}
