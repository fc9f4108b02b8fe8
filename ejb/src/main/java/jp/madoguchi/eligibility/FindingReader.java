package jp.madoguchi.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.calendar.CounterHours;
import jp.madoguchi.process.Decisions.Output;

/** Makes findings of a table's rows; the placeholders of their texts are listed in the bundle. */
final class FindingReader {

  private final List<Object> arguments;

  FindingReader(Reckoning reckoning, int feeYen) {
    this(reckoning, feeYen, "");
  }

  /**
   * @param certificate whose PIN it is
   */
  FindingReader(Reckoning reckoning, int feeYen, Object certificate) {
    Facts facts = reckoning.facts();
    this.arguments =
        List.of(
            facts.on(),
            known(reckoning.fifteenthBirthday()),
            known(Optional.ofNullable(facts.openApplication())),
            closed(facts),
            known(reckoning.nextOpening()),
            known(reckoning.renewedExpiry().map(RenewalWindow::opens)),
            known(reckoning.renewedExpiry()),
            known(Optional.ofNullable(facts.stayUntil())),
            known(Optional.ofNullable(facts.cardExpiry())),
            known(Optional.ofNullable(facts.outOfHoursAllowance())),
            known(Optional.ofNullable(facts.wardException())),
            feeYen,
            certificate);
  }

  Finding read(Map<String, Object> row) {
    return new Finding(
        (String) row.get(Output.RULE),
        Verdict.valueOf((String) row.get(Output.VERDICT)),
        phrase(row.get(Output.REASON)),
        row.get(Output.REMEDY) == null ? null : phrase(row.get(Output.REMEDY)),
        phrase(row.get(Output.SOURCE)),
        day(row.get(Output.POSSIBLE_FROM)));
  }

  private Phrase phrase(Object key) {
    return new Phrase(String.valueOf(key), arguments);
  }

  private static LocalDate day(Object value) {
    return value == null ? null : LocalDate.parse(value.toString());
  }

  private static Object closed(Facts facts) {
    return facts.counter() instanceof CounterHours.ClosedDay closed ? closed.reason() : "";
  }

  private static Object known(Optional<?> value) {
    return value.isPresent() ? value.get() : "";
  }
}
