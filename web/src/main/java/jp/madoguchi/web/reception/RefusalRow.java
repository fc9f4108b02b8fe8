package jp.madoguchi.web.reception;

import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.reception.RefusalReason;
import jp.madoguchi.web.faces.PageTexts;

/**
 * Why a case ended without issue, in the page's language.
 *
 * @param remedy empty where nothing cures it
 * @param possibleFrom null where no day is known
 */
public record RefusalRow(
    String rule, String reason, String remedy, String source, LocalDate possibleFrom) {

  public static List<RefusalRow> of(List<RefusalReason> reasons, PageTexts texts) {
    return reasons.stream()
        .map(
            one ->
                new RefusalRow(
                    one.rule(),
                    one.reason(texts.locale()),
                    one.remedy(texts.locale()).orElse(""),
                    one.source(texts.locale()),
                    one.possibleFrom().orElse(null)))
        .toList();
  }
}
