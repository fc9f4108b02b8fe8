package jp.madoguchi.eligibility;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.process.Decisions.Input;
import jp.madoguchi.settings.Settings;

/** The facts in the names and simple types of the decision tables. */
final class DecisionInputs {

  /** Setting {@code fee.reissue}: what a reissue costs, in yen (R-FEE). */
  private static final int REISSUE_FEE = 200;

  private static final String ISSUANCE = "ISSUANCE";

  private DecisionInputs() {}

  static Map<String, Object> of(Reckoning reckoning, Settings settings) {
    Facts facts = reckoning.facts();
    Map<String, Object> inputs = new HashMap<>();
    inputs.put(Input.WANTS_SIGNATURE, facts.wants(CertificateType.SIGNATURE));
    inputs.put(Input.BOTH_TYPES, facts.types().size() == CertificateType.values().length);
    inputs.put(Input.ROUTE, name(facts.route()));
    inputs.put(Input.KIND, name(facts.kind()));
    inputs.put(Input.REISSUE_REASON, name(facts.reissueReason()));
    inputs.put(Input.ADULT_WARD, facts.adultWard());
    inputs.put(Input.CARD_KIND, name(facts.cardKind()));
    inputs.put(Input.RESIDENCE, name(facts.residence()));
    inputs.put(Input.OPEN_APPLICATION, openApplication(facts));
    inputs.put(Input.WARD_EXCEPTION, facts.wardException() != null);
    inputs.put(Input.OUT_OF_HOURS_ALLOWED, facts.outOfHoursAllowance() != null);
    inputs.put(Input.SAME_HOUSEHOLD, facts.sameHousehold());
    inputs.put(Input.NOTICE_REPLY, noticeReply(facts, settings));
    inputs.put(Input.SERVICE, ISSUANCE);
    inputs.put(Input.REISSUE_FEE, settings.number("fee.reissue", REISSUE_FEE));
    putReckoned(inputs, reckoning);
    return inputs;
  }

  private static void putReckoned(Map<String, Object> inputs, Reckoning reckoning) {
    inputs.put(Input.AGE, reckoning.age().orElse(null));
    inputs.put(Input.CARD_CONDITION, reckoning.cardCondition().orElse(null));
    inputs.put(Input.RENEWAL_WINDOW, reckoning.renewalWindow().map(Enum::name).orElse(null));
    inputs.put(Input.COUNTER, reckoning.counter().orElse(null));
    inputs.put(Input.STAY, reckoning.stay());
    inputs.put(Input.FIFTEENTH_BIRTHDAY, text(reckoning.fifteenthBirthday()));
    inputs.put(Input.RENEWAL_OPENS, text(reckoning.renewedExpiry().map(RenewalWindow::opens)));
    inputs.put(Input.NEXT_OPENING, text(reckoning.nextOpening().map(ZonedDateTime::toLocalDate)));
  }

  private static Boolean openApplication(Facts facts) {
    return facts.openApplication() == null ? null : !facts.openApplication().isEmpty();
  }

  /** R-PROXY-NOTICE holds for renewals, where the office chose it. */
  private static boolean noticeReply(Facts facts, Settings settings) {
    return facts.noticeReply()
        && facts.kind() == ApplicationKind.RENEWAL
        && settings.flag("proxy.notice-reply", false);
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }
}
