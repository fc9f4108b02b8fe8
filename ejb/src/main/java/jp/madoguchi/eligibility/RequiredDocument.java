package jp.madoguchi.eligibility;

/**
 * A paper that must be brought, as an original (R-ORIGINALS).
 *
 * @param code the paper in the table {@code required-documents}, such as {@code APPLICANT_CARD}
 */
public record RequiredDocument(String code) {

  public Phrase name() {
    return Phrase.of("document." + code);
  }
}
