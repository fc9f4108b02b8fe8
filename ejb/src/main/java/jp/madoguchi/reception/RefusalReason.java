package jp.madoguchi.reception;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.eligibility.Finding;
import jp.madoguchi.eligibility.Phrase;

/**
 * One of the reasons for which an open case ended without issue (R-RECHECK, R-ALL-REASONS), in the
 * words of that day: the tables may say otherwise later.
 */
@Entity
@Table(schema = "madoguchi", name = "refusal_reason")
public class RefusalReason {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "refusal_reason")
  @SequenceGenerator(
      name = "refusal_reason",
      schema = "madoguchi",
      sequenceName = "refusal_reason_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "reception_number")
  private String receptionNumber;

  private String rule;

  private String reason;

  @Column(name = "reason_en")
  private String reasonEn;

  private String remedy;

  @Column(name = "remedy_en")
  private String remedyEn;

  private String source;

  @Column(name = "source_en")
  private String sourceEn;

  @Column(name = "possible_from")
  private LocalDate possibleFrom;

  protected RefusalReason() {}

  RefusalReason(String receptionNumber, Finding finding) {
    this.receptionNumber = receptionNumber;
    this.rule = finding.rule();
    this.reason = words(finding.reason(), Locale.JAPANESE);
    this.reasonEn = words(finding.reason(), Locale.ENGLISH);
    this.remedy = words(finding.remedy(), Locale.JAPANESE);
    this.remedyEn = words(finding.remedy(), Locale.ENGLISH);
    this.source = words(finding.source(), Locale.JAPANESE);
    this.sourceEn = words(finding.source(), Locale.ENGLISH);
    this.possibleFrom = finding.possibleFrom();
  }

  private static String words(Phrase phrase, Locale locale) {
    return phrase == null ? null : phrase.in(locale);
  }

  public String receptionNumber() {
    return receptionNumber;
  }

  public String rule() {
    return rule;
  }

  public String reason(Locale locale) {
    return english(locale) ? reasonEn : reason;
  }

  /** What would cure it; empty where nothing does. */
  public Optional<String> remedy(Locale locale) {
    return Optional.ofNullable(english(locale) ? remedyEn : remedy);
  }

  public String source(Locale locale) {
    return english(locale) ? sourceEn : source;
  }

  /** The first day on which it would pass, where one is known. */
  public Optional<LocalDate> possibleFrom() {
    return Optional.ofNullable(possibleFrom);
  }

  private static boolean english(Locale locale) {
    return locale.getLanguage().equals("en");
  }
}
