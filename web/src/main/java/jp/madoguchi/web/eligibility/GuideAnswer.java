package jp.madoguchi.web.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.eligibility.Finding;
import jp.madoguchi.eligibility.Judgement;
import jp.madoguchi.eligibility.Phrase;
import jp.madoguchi.eligibility.ValidityPeriod;
import jp.madoguchi.eligibility.Verdict;
import jp.madoguchi.issuance.CertificateType;

/**
 * A judgement as the guide's page says it.
 *
 * @param reasons the refusals, then what else is to be known (R-ALL-REASONS)
 * @param possibleFrom the first day on which all would pass; null when no day is known
 * @param feeReasons why it costs what it costs
 * @param papers the papers of each visit, by name
 * @param terms how long each certificate applied for would be valid
 */
public record GuideAnswer(
    boolean allowed,
    List<Reason> reasons,
    LocalDate possibleFrom,
    int visits,
    int feeYen,
    List<String> feeReasons,
    List<List<String>> papers,
    List<Term> terms) {

  private static final String FEE = "R-FEE";

  /** One rule's word; {@code remedy} and {@code possibleFrom} may be null. */
  public record Reason(
      boolean refuses, String reason, String remedy, LocalDate possibleFrom, String source) {}

  /** The last day of a certificate, and what ends it. */
  public record Term(CertificateType type, LocalDate lastDay, ValidityPeriod.Limit limit) {}

  static GuideAnswer of(Judgement judgement, Locale locale) {
    return new GuideAnswer(
        judgement.allowed(),
        Stream.concat(judgement.refusals().stream(), judgement.notes().stream())
            .filter(finding -> !finding.rule().startsWith(FEE))
            .map(finding -> reason(finding, locale))
            .toList(),
        judgement.allowed() ? null : judgement.possibleFrom().orElse(null),
        judgement.visits(),
        judgement.feeYen(),
        judgement.findings().stream()
            .filter(finding -> finding.rule().startsWith(FEE))
            .map(finding -> finding.reason().in(locale))
            .toList(),
        judgement.documents().stream()
            .map(visit -> visit.stream().map(paper -> paper.name().in(locale)).toList())
            .toList(),
        terms(judgement.validity()));
  }

  /** Whether it can be done, now or on a day that is known, so that the rest is worth reading. */
  public boolean hopeful() {
    return allowed || possibleFrom != null;
  }

  public List<Reason> refusals() {
    return reasons.stream().filter(Reason::refuses).toList();
  }

  private static Reason reason(Finding finding, Locale locale) {
    return new Reason(
        finding.verdict() == Verdict.REFUSE,
        finding.reason().in(locale),
        words(finding.remedy(), locale),
        finding.possibleFrom(),
        words(finding.source(), locale));
  }

  private static String words(Phrase phrase, Locale locale) {
    return phrase == null ? null : phrase.in(locale);
  }

  private static List<Term> terms(Map<CertificateType, ValidityPeriod> validity) {
    List<Term> terms = new ArrayList<>();
    Arrays.stream(CertificateType.values())
        .filter(validity::containsKey)
        .forEach(
            type ->
                terms.add(
                    new Term(type, validity.get(type).lastDay(), validity.get(type).limit())));
    return terms;
  }
}
