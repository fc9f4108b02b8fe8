package jp.madoguchi.eligibility;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import jp.madoguchi.calendar.CounterHours;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.resident.CardKind;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.workflow.StandaloneDecisionTables;

/** Applications to be judged, in words; and the judge with the real tables. */
public final class Applications {

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static final Judge JUDGE = new Judge(new StandaloneDecisionTables(), new Settings());

  private Applications() {}

  /** An adult resident in person with a valid card, a first issue of both, on an open day. */
  public static FactsBuilder anAdultResident() {
    return Facts.on(TODAY)
        .born(LocalDate.of(1980, 2, 17))
        .residence(Residence.RESIDENT)
        .adultWard(false)
        .card(CardKind.MY_NUMBER, LocalDate.of(2031, 2, 17))
        .route(Route.SELF)
        .kind(ApplicationKind.NEW)
        .currentExpiry(Map.of())
        .openApplication("")
        .counter(new CounterHours.Open(TODAY.atTime(17, 15).atZone(OfficeClock.ZONE)));
  }

  public static FactsBuilder forUserAuthenticationOnly(FactsBuilder facts) {
    return facts.types(EnumSet.of(CertificateType.USER_AUTHENTICATION));
  }

  public static Judgement judged(FactsBuilder facts) {
    return JUDGE.judge(facts.build());
  }

  public static List<String> refusals(FactsBuilder facts) {
    return judged(facts).refusals().stream().map(Finding::rule).toList();
  }

  /** The finding of a rule; there must be one. */
  public static Finding finding(FactsBuilder facts, String rule) {
    return judged(facts).findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No finding of " + rule));
  }
}
