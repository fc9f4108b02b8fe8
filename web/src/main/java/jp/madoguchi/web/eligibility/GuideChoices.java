package jp.madoguchi.web.eligibility;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.madoguchi.eligibility.ApplicationKind;
import jp.madoguchi.eligibility.ReissueReason;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.resident.CardKind;
import jp.madoguchi.web.faces.Choices;
import jp.madoguchi.web.faces.PageTexts;

/** What can be chosen on the public guide, in words for whoever is not of the office. */
@Named("guideChoices")
@RequestScoped
public class GuideChoices {

  @Inject private PageTexts texts;

  public List<SelectItem> getRoutes() {
    return Choices.of(texts, "guide.route", Route.values());
  }

  public List<SelectItem> getKinds() {
    return Choices.of(texts, "guide.kind", ApplicationKind.values());
  }

  public List<SelectItem> getReasons() {
    return Choices.of(texts, "guide.reason", ReissueReason.values());
  }

  public List<SelectItem> getTypes() {
    return Choices.of(texts, "guide.type", CertificateType.values());
  }

  public List<SelectItem> getCards() {
    return Choices.of(texts, "guide.card", CardKind.values());
  }
}
