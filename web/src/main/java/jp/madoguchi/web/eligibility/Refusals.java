package jp.madoguchi.web.eligibility;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jp.madoguchi.eligibility.Finding;
import jp.madoguchi.eligibility.Judgement;
import jp.madoguchi.web.faces.PageTexts;

/** Why something was not received, at the head of the page (R-ALL-REASONS). */
public final class Refusals {

  private Refusals() {}

  /** Each reason with what would cure it. */
  public static void show(Judgement judgement, PageTexts texts) {
    for (Finding finding : judgement.refusals()) {
      FacesContext.getCurrentInstance()
          .addMessage(
              null,
              new FacesMessage(
                  FacesMessage.SEVERITY_ERROR,
                  finding.reason().in(texts.locale()),
                  finding.remedy() == null ? "" : finding.remedy().in(texts.locale())));
    }
  }
}
