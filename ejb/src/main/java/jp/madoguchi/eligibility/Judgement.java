package jp.madoguchi.eligibility;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateType;

/**
 * All that the rules say of an application at once.
 *
 * @param findings every rule that was looked at; refusals, notes and passes in the table's order
 * @param documents the papers of each visit, in order
 * @param feeYen the fee in yen, for one or two certificates together (R-FEE-ONCE)
 * @param validity how long each certificate applied for would be valid if it were issued on that
 *     day; none for one that would not be valid at all, or when the birth date is not known
 */
public record Judgement(
    List<Finding> findings,
    List<List<RequiredDocument>> documents,
    int feeYen,
    Map<CertificateType, ValidityPeriod> validity) {

  public Judgement {
    findings = List.copyOf(findings);
    documents = documents.stream().map(List::copyOf).toList();
    validity = Map.copyOf(validity);
  }

  public boolean allowed() {
    return findings.stream().noneMatch(Finding::refuses);
  }

  public List<Finding> refusals() {
    return findings.stream().filter(Finding::refuses).toList();
  }

  public List<Finding> notes() {
    return findings.stream().filter(finding -> finding.verdict() == Verdict.NOTE).toList();
  }

  /** How often somebody has to come: once, or twice for a proxy (R-PROXY-TWO-VISITS). */
  public int visits() {
    return Math.max(1, documents.size());
  }

  /** The last day of each certificate applied for, valid until 23:59:59 in Japan. */
  public Map<CertificateType, LocalDate> notAfter() {
    Map<CertificateType, LocalDate> days = new EnumMap<>(CertificateType.class);
    validity.forEach((type, period) -> days.put(type, period.lastDay()));
    return days;
  }

  /** The first day on which all would pass; empty when some refusal names no day. */
  public Optional<LocalDate> possibleFrom() {
    return refusals().stream().anyMatch(finding -> finding.possibleFrom() == null)
        ? Optional.empty()
        : refusals().stream().map(Finding::possibleFrom).max(LocalDate::compareTo);
  }
}
