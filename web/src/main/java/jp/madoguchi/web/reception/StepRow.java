package jp.madoguchi.web.reception;

import java.time.Instant;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.workflow.CaseWay.WayStep;

/** A step of a case's way; {@code when} is null while it is not done. */
public record StepRow(String name, String state, Instant when, String who) {

  static StepRow of(WayStep step, PageTexts texts) {
    return new StepRow(
        texts.step(step.step(), step.title()),
        step.standing().name(),
        step.endedAt().orElse(null),
        "");
  }
}
