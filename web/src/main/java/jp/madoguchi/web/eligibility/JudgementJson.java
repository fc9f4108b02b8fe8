package jp.madoguchi.web.eligibility;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.madoguchi.eligibility.Finding;
import jp.madoguchi.eligibility.Judgement;
import jp.madoguchi.eligibility.Phrase;
import jp.madoguchi.eligibility.Verdict;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.web.rest.CallerLanguage;
import jp.madoguchi.web.rest.ProblemDocument;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A judgement as the guide and the counter's own pages read it, in the caller's language. */
@RequestScoped
public class JudgementJson {

  /** One finding; {@code remedy} and {@code possibleFrom} may be null. */
  @Schema(name = "Finding")
  public record FindingJson(
      String rule,
      Verdict verdict,
      String reason,
      String remedy,
      String source,
      LocalDate possibleFrom) {}

  /** All of it; the documents visit by visit. */
  @Schema(name = "Judgement")
  public record Whole(
      boolean allowed,
      List<FindingJson> findings,
      int visits,
      List<List<String>> documents,
      int feeYen,
      Map<CertificateType, LocalDate> notAfter) {}

  private static final int UNPROCESSABLE = 422;

  @Inject private HttpServletRequest request;

  public Whole of(Judgement judgement) {
    Locale locale = CallerLanguage.of(request);
    Map<CertificateType, LocalDate> notAfter = new EnumMap<>(CertificateType.class);
    notAfter.putAll(judgement.notAfter());
    return new Whole(
        judgement.allowed(),
        findings(judgement.findings(), locale),
        judgement.visits(),
        judgement.documents().stream()
            .map(visit -> visit.stream().map(document -> document.name().in(locale)).toList())
            .toList(),
        judgement.feeYen(),
        notAfter);
  }

  /** The refusal as problem+json: its code is the first rule that refuses. */
  public String problem(Judgement judgement) {
    Locale locale = CallerLanguage.of(request);
    Finding first = judgement.refusals().get(0);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("findings", findings(judgement.findings(), locale));
    return new ProblemDocument(UNPROCESSABLE, first.rule(), List.of(), members)
        .with("title", first.reason().in(locale))
        .json(locale);
  }

  /** All findings, in the caller's language. */
  public List<FindingJson> findings(Judgement judgement) {
    return findings(judgement.findings(), CallerLanguage.of(request));
  }

  private static List<FindingJson> findings(List<Finding> findings, Locale locale) {
    return findings.stream()
        .map(
            finding ->
                new FindingJson(
                    finding.rule(),
                    finding.verdict(),
                    words(finding.reason(), locale),
                    words(finding.remedy(), locale),
                    words(finding.source(), locale),
                    finding.possibleFrom()))
        .toList();
  }

  private static String words(Phrase phrase, Locale locale) {
    return phrase == null ? null : phrase.in(locale);
  }
}
