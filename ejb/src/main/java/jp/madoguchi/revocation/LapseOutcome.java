package jp.madoguchi.revocation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.process.Decisions.Output;
import jp.madoguchi.text.Texts;

/**
 * What the rows of the table lapse say together of one certificate: the gravest outcome counts, and
 * every row that leads to it gives its reason.
 *
 * @param rows the rows with that outcome, in the table's order
 */
record LapseOutcome(RevocationReason outcome, List<Map<String, Object>> rows) {

  /** From the gravest on: what is final before what can be lifted again. */
  private static final List<RevocationReason> GRAVITY =
      List.of(
          RevocationReason.CESSATION_OF_OPERATION,
          RevocationReason.AFFILIATION_CHANGED,
          RevocationReason.CERTIFICATE_HOLD,
          RevocationReason.REMOVE_FROM_CRL);

  LapseOutcome {
    rows = List.copyOf(rows);
  }

  /** Empty where no row holds: the certificate stays as it is. */
  static Optional<LapseOutcome> of(CertificateType type, List<Map<String, Object>> findings) {
    List<Map<String, Object>> own =
        findings.stream()
            .filter(row -> type.name().equals(row.get(Output.CERTIFICATE_TYPE)))
            .toList();
    return own.stream()
        .map(LapseOutcome::outcome)
        .min(Comparator.comparing(GRAVITY::indexOf))
        .map(
            gravest ->
                new LapseOutcome(
                    gravest, own.stream().filter(row -> outcome(row) == gravest).toList()));
  }

  private static RevocationReason outcome(Map<String, Object> row) {
    RevocationReason outcome = RevocationReason.valueOf((String) row.get(Output.REVOCATION_REASON));
    if (!GRAVITY.contains(outcome)) {
      throw new IllegalStateException("No outcome of the table lapse: " + outcome);
    }
    return outcome;
  }

  String rule() {
    return together(Output.RULE, Locale.JAPANESE, " ");
  }

  String reason(Locale locale) {
    return together(Output.REASON, locale, locale.getLanguage().equals("en") ? ", " : "、");
  }

  String source(Locale locale) {
    return together(Output.SOURCE, locale, locale.getLanguage().equals("en") ? "; " : "、");
  }

  /** Who has died is not told of what else has changed: each row has a say against it. */
  boolean notice() {
    return rows.stream().allMatch(row -> Boolean.TRUE.equals(row.get(Output.NOTICE)));
  }

  private String together(String output, Locale locale, String between) {
    return rows.stream()
        .map(row -> Texts.get(locale, (String) row.get(output)))
        .distinct()
        .collect(Collectors.joining(between));
  }
}
