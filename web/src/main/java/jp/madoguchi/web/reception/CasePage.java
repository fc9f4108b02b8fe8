package jp.madoguchi.web.reception;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.reception.ApplicationState;
import jp.madoguchi.reception.CaseDesk;
import jp.madoguchi.reception.CaseLine;
import jp.madoguchi.reception.CaseView;
import jp.madoguchi.reception.ReceptionNumber;
import jp.madoguchi.reception.StepForm;
import jp.madoguchi.web.certificate.CertificateRow;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.FramePage;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.workflow.CaseProcess.DueStep;
import org.omnifaces.cdi.Param;

/** A case: what it is, the way it goes, and the one next step. */
@Named
@RequestScoped
public class CasePage {

  @Inject private CaseDesk cases;
  @Inject private FramePage frame;
  @Inject private PageTexts texts;
  @Inject private HttpServletRequest request;

  @Inject @Param private String id;

  private CaseView view;

  private String[] checkedPapers = {};
  private boolean samePerson;
  private Integer receivedYen;
  private boolean cardReturned;
  private boolean copyGiven;
  private String note;
  private String reason;

  public CaseView getView() {
    if (view == null) {
      view = cases.view(number());
    }
    return view;
  }

  public CaseRow getHead() {
    CaseView whole = getView();
    return CaseRow.of(
        new CaseLine(
            whole.application(),
            whole.resident().name(),
            whole.resident().kana(),
            getNext(),
            Duration.ZERO),
        texts);
  }

  public boolean isOpen() {
    return getView().application().state() == ApplicationState.OPEN;
  }

  public boolean isMine() {
    return getView().application().holder().equals(request.getRemoteUser());
  }

  /** The one next step; null while the card works and when the case is closed. */
  public DueStep getNext() {
    return getView().due().stream().findFirst().orElse(null);
  }

  public List<StepRow> getSteps() {
    return getView().way().stream().map(StepRow::of).toList();
  }

  public List<CertificateRow> getCertificates() {
    return getView().certificates().stream()
        .map(certificate -> CertificateRow.of(certificate, texts))
        .toList();
  }

  public List<HistoryRow> getHistory() {
    return HistoryRow.of(cases.history(number()), getView(), texts);
  }

  public List<SelectItem> getRequiredPapers() {
    return getView().required().stream()
        .map(code -> new SelectItem(code, texts.get("document." + code)))
        .toList();
  }

  public String checkPapers() {
    return step(Steps.CHECK_PAPERS, Map.of("confirmed", Arrays.asList(checkedPapers)));
  }

  public String collectFee() {
    return step(Steps.COLLECT_FEE, Map.of("receivedYen", receivedYen));
  }

  public String presentCard() {
    return step(Steps.PRESENT_CARD, Map.of("terminal", frame.getTerminal()));
  }

  public String handOver() {
    return step(Steps.HAND_OVER, Map.of());
  }

  public String takeOver() {
    return act("take-over", cases::takeOver);
  }

  public String withdraw() {
    return act("withdraw", number -> cases.withdraw(number, reason));
  }

  public String write() {
    return act("note", number -> cases.write(number, note));
  }

  private String step(String step, Map<String, Object> fields) {
    return act(step, number -> cases.perform(number, step, new StepForm(fields), null));
  }

  private String act(String form, Function<ReceptionNumber, CaseView> act) {
    return Attempt.to(
        "case-" + id + "-" + form,
        () -> {
          act.apply(number());
          return "/case/index.xhtml?faces-redirect=true&id=" + id;
        });
  }

  private ReceptionNumber number() {
    return ReceptionNumber.read(id).orElseThrow(() -> Problem.refused("not-found").asException());
  }

  public String getId() {
    return id;
  }

  public String[] getCheckedPapers() {
    return checkedPapers.clone();
  }

  public void setCheckedPapers(String[] checkedPapers) {
    this.checkedPapers = checkedPapers.clone();
  }

  public boolean isSamePerson() {
    return samePerson;
  }

  public void setSamePerson(boolean samePerson) {
    this.samePerson = samePerson;
  }

  public Integer getReceivedYen() {
    return receivedYen;
  }

  public void setReceivedYen(Integer receivedYen) {
    this.receivedYen = receivedYen;
  }

  public boolean isCardReturned() {
    return cardReturned;
  }

  public void setCardReturned(boolean cardReturned) {
    this.cardReturned = cardReturned;
  }

  public boolean isCopyGiven() {
    return copyGiven;
  }

  public void setCopyGiven(boolean copyGiven) {
    this.copyGiven = copyGiven;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
