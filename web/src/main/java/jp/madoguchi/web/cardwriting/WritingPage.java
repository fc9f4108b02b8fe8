package jp.madoguchi.web.cardwriting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.CaseDesk;
import jp.madoguchi.reception.ReceptionNumber;

/** 書込み: whose card is being written; how far it is comes to the page by the API. */
@Named
@RequestScoped
public class WritingPage {

  @Inject private CaseDesk cases;

  private String id;
  private String name;

  public String getName() {
    if (name == null) {
      ReceptionNumber number =
          ReceptionNumber.read(id).orElseThrow(() -> Problem.refused("not-found").asException());
      name = cases.view(number).resident().name();
    }
    return name;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
