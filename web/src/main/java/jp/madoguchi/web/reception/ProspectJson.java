package jp.madoguchi.web.reception;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.reception.Prospect;
import jp.madoguchi.resident.BasicFourItems.Item;
import jp.madoguchi.text.Texts;
import jp.madoguchi.web.approval.ApprovalJson;
import jp.madoguchi.web.eligibility.JudgementJson;

/**
 * What would come of a form as it stands: the judgement with what only the counter knows.
 *
 * @param differing the items of the card that say something else than the register
 * @param exceptions what could be asked for, and would lift every refusal
 * @param asked what was asked for today for just this form, in the order of the asking
 */
record ProspectJson(
    @JsonUnwrapped JudgementJson.Whole judgement,
    List<Named> differing,
    List<ApprovalJson.Possible> exceptions,
    List<ApprovalJson> asked) {

  /** One of the four items, in words. */
  record Named(Item item, String title) {

    static List<Named> of(List<Item> items, Locale locale) {
      return items.stream()
          .map(item -> new Named(item, Texts.get(locale, "item." + item.name())))
          .toList();
    }
  }

  static ProspectJson of(Prospect prospect, JudgementJson.Whole judgement, Locale locale) {
    return new ProspectJson(
        judgement,
        Named.of(prospect.differing(), locale),
        prospect.exceptions().stream()
            .sorted()
            .map(kind -> ApprovalJson.Possible.of(kind, locale))
            .toList(),
        prospect.asked().stream().map(one -> ApprovalJson.of(one, locale)).toList());
  }
}
