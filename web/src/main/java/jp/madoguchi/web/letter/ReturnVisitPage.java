package jp.madoguchi.web.letter;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.madoguchi.letter.InquiryLetter;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.reception.ApplicationState;
import jp.madoguchi.reception.CaseDesk;
import jp.madoguchi.reception.CaseView;
import jp.madoguchi.reception.ReceptionNumber;
import jp.madoguchi.reception.ReturnDesk;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.web.reception.RefusalRow;
import org.omnifaces.cdi.Param;

/** 再来庁: whose case a letter belongs to, and the one act that opens the return visit. */
@Named
@RequestScoped
public class ReturnVisitPage {

  @Inject private ReturnDesk returns;
  @Inject private CaseDesk cases;
  @Inject private PageTexts texts;

  @Inject @Param private String code;

  private InquiryLetter letter;
  private CaseView view;
  private Problem problem;

  /** The letter; null for a code that is none. */
  public InquiryLetter getLetter() {
    if (letter == null && problem == null) {
      look();
    }
    return letter;
  }

  private void look() {
    try {
      letter = returns.letter(code);
      problem = returns.obstacle(letter).orElse(null);
    } catch (BusinessException e) {
      problem = e.problem();
    } catch (EJBException e) {
      if (!(e.getCause() instanceof BusinessException cause)) {
        throw e;
      }
      problem = cause.problem();
    }
  }

  /** The letter's case; null for a code that is none. */
  public CaseView getView() {
    if (view == null && getLetter() != null) {
      view = cases.view(new ReceptionNumber(letter.receptionNumber()));
    }
    return view;
  }

  /** Whether the letter's case is over. */
  public boolean isEnded() {
    return getView() != null && view.application().state() != ApplicationState.OPEN;
  }

  /** Why the case ended without issue; empty for any other. */
  public List<RefusalRow> getRefusals() {
    return RefusalRow.of(getView().refusals(), texts);
  }

  /** Whether the return visit can be opened with this letter. */
  public boolean isUsable() {
    return getLetter() != null && problem == null;
  }

  public String getProblemTitle() {
    return texts.of("problem." + problem.code() + ".title", problem.arguments().toArray());
  }

  public String getProblemNext() {
    return texts.of("problem." + problem.code() + ".next", problem.arguments().toArray());
  }

  public String receive() {
    return Attempt.to(
        () ->
            "/case/index.xhtml?faces-redirect=true&id="
                + returns.open(code).application().receptionNumber().value());
  }

  public String getCode() {
    return code;
  }
}
