package jp.madoguchi.web.resident;

import java.util.List;
import java.util.Locale;
import jp.madoguchi.resident.ChangeAnswer;
import jp.madoguchi.resident.ChangeFault;
import jp.madoguchi.text.Texts;

/**
 * What became of a change.
 *
 * @param outcome {@code applied}, {@code outdated}, {@code unknown-person} or {@code refused}
 * @param repeated whether it was sent before; the outcome is that of the first time
 * @param outdatedFields what stayed as it is, since a newer change had said something about it
 */
public record ChangeAnswerJson(
    String changeId,
    String outcome,
    boolean repeated,
    List<String> outdatedFields,
    List<FaultJson> errors) {

  /** Why a change was refused. */
  public record FaultJson(String field, String reason, String message) {

    static FaultJson of(ChangeFault fault, Locale locale) {
      return new FaultJson(
          fault.field(),
          fault.reason().name(),
          Texts.get(locale, "import.refusal." + fault.reason().name()));
    }
  }

  static ChangeAnswerJson of(ChangeAnswer answer, Locale locale) {
    return new ChangeAnswerJson(
        answer.changeId(),
        answer.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        answer.repeated(),
        answer.outdated(),
        answer.faults().stream().map(fault -> FaultJson.of(fault, locale)).toList());
  }
}
