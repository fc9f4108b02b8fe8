package jp.madoguchi.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One act of a person or of the system, as the trail keeps it. Who, in which role, when and at
 * which terminal are added by the trail.
 *
 * @param name the act in dotted words, feature first: {@code application.received}
 * @param subjectKind the kind of thing it was done to: {@code APPLICATION}, {@code RESIDENT}, …
 * @param subjectKey the thing's own key, such as a reception number; never a 個人番号
 * @param outcome {@code DONE}, or {@code REFUSED} with the code in the details, or {@code FAILED}
 * @param details short facts by name; no secrets, no PINs, no more personal data than the rule
 *     needs
 */
public record Act(
    String name,
    String subjectKind,
    String subjectKey,
    Outcome outcome,
    Map<String, String> details) {

  /** How an act ended. */
  public enum Outcome {
    DONE,
    REFUSED,
    FAILED
  }

  public Act {
    details = Map.copyOf(details);
  }

  public static Act done(String name, String subjectKind, String subjectKey) {
    return new Act(name, subjectKind, subjectKey, Outcome.DONE, Map.of());
  }

  public static Act refused(String name, String subjectKind, String subjectKey, String code) {
    return new Act(name, subjectKind, subjectKey, Outcome.REFUSED, Map.of("code", code));
  }

  public static Act failed(String name, String subjectKind, String subjectKey, String code) {
    return new Act(name, subjectKind, subjectKey, Outcome.FAILED, Map.of("code", code));
  }

  public Act with(String detail, Object value) {
    Map<String, String> more = new LinkedHashMap<>(details);
    more.put(detail, String.valueOf(value));
    return new Act(name, subjectKind, subjectKey, outcome, more);
  }
}
