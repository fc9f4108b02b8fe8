package jp.madoguchi.web.reception;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.audit.RecordedAct;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.reception.ApplicationState;
import jp.madoguchi.reception.CaseDesk;
import jp.madoguchi.reception.CaseLine;
import jp.madoguchi.reception.CaseView;
import jp.madoguchi.reception.ReceptionNumber;
import jp.madoguchi.reception.StepForm;
import jp.madoguchi.reception.Withdrawer;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.web.approval.ApprovalRow;
import jp.madoguchi.web.certificate.CertificateRow;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Choices;
import jp.madoguchi.web.faces.FramePage;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.workflow.CaseProcess.DueStep;
import org.omnifaces.cdi.Param;

/** A case: what it is, the way it goes, and the one next step. */
@Named
@RequestScoped
public class CasePage {

  /** What can be wrong with the code of a notice's reply form; told beside its field. */
  private static final Map<String, String> BESIDE_NOTICE_CODE =
      Stream.of(
              "code",
              "unknown",
              "other-person",
              "overdue",
              "printed",
              "answered",
              "undelivered",
              "void")
          .collect(Collectors.toMap("notice-"::concat, what -> "noticeCode"));

  @Inject private CaseDesk cases;
  @Inject private FramePage frame;
  @Inject private PageTexts texts;
  @Inject private OfficeClock clock;
  @Inject private HttpServletRequest request;
  @Inject private Settings settings;

  @Inject @Param private String id;

  private CaseView view;
  private List<RecordedAct> acts;

  private String[] checkedPapers = {};
  private String noticeCode;
  private Integer receivedYen;
  private final Map<String, Boolean> ticks = new LinkedHashMap<>();
  private String note;
  private String reason;
  private Withdrawer withdrawnBy;

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
    return getView().way().stream().map(step -> StepRow.of(step, texts)).toList();
  }

  public List<CertificateRow> getCertificates() {
    return getView().certificates().stream()
        .map(certificate -> CertificateRow.of(certificate, texts))
        .toList();
  }

  public List<HistoryRow> getHistory() {
    return HistoryRow.of(acts(), getView(), texts);
  }

  /** What was allowed to this case though a rule is against it. */
  public List<ApprovalRow> getExceptions() {
    return getView().exceptions().stream().map(one -> ApprovalRow.of(one, texts)).toList();
  }

  /** Why the case ended without issue; empty for any other case. */
  public List<RefusalRow> getRefusals() {
    return RefusalRow.of(getView().refusals(), texts);
  }

  /** When the register last changed for the applicant of this open case; null when it did not. */
  public Instant getRegisterChangedAt() {
    return isOpen()
        ? acts().stream()
            .filter(one -> one.act().name().equals("application.register-changed"))
            .map(RecordedAct::at)
            .findFirst()
            .orElse(null)
        : null;
  }

  private List<RecordedAct> acts() {
    if (acts == null) {
      acts = cases.history(number());
    }
    return acts;
  }

  /** How far the case is on this page, for its forms to bring back. */
  public String getSeen() {
    return seenNow().toString();
  }

  /**
   * Tells whoever acted on a page of before what happened since, and what is due now: the act
   * itself was not done, since its form is not on the page any more.
   */
  public void compareSeen() {
    Seen seen = Seen.read(request.getParameter("seen"));
    if (seen != null && !seen.stillSo(seenNow())) {
      FacesContext.getCurrentInstance()
          .addMessage(
              null,
              new FacesMessage(
                  FacesMessage.SEVERITY_WARN, texts.get("case.moved-on"), since(seen)));
    }
  }

  private Seen seenNow() {
    return Seen.of(getView(), clock.instant());
  }

  private String inWords(HistoryRow row) {
    return row.who().isEmpty() ? row.what() : texts.of("case.moved-on.row", row.what(), row.who());
  }

  private String since(Seen seen) {
    String happened =
        HistoryRow.of(seen.since(acts()), getView(), texts).stream()
            .map(this::inWords)
            .collect(Collectors.joining(texts.get("list.separator")));
    String now =
        getNext() == null
            ? texts.of("case.moved-on.state", getHead().status())
            : texts.of("case.moved-on.due", getHead().next(), getHead().holder());
    return happened.isEmpty() ? now : texts.of("case.moved-on.since", happened, now);
  }

  public List<SelectItem> getRequiredPapers() {
    return getView().required().stream()
        .map(code -> new SelectItem(code, texts.get("document." + code)))
        .toList();
  }

  public String checkPapers() {
    return step(
        Steps.CHECK_PAPERS,
        Map.of("confirmed", confirmed(), "noticeCode", noticeCode == null ? "" : noticeCode),
        BESIDE_NOTICE_CODE);
  }

  public String collectFee() {
    return step(
        Steps.COLLECT_FEE, Map.of("receivedYen", receivedYen), Map.of("fee-short", "receivedYen"));
  }

  public String presentCard() {
    return step(Steps.PRESENT_CARD, Map.of("terminal", frame.getTerminal()));
  }

  public String handOver() {
    return step(Steps.HAND_OVER, Map.of("confirmed", confirmed()));
  }

  /** Whether the step that is due asks for this tick, a name of {@code Confirmed}. */
  public boolean asks(String item) {
    return getView().toConfirm().stream().anyMatch(one -> one.name().equals(item));
  }

  List<String> confirmed() {
    return Stream.concat(
            Arrays.stream(checkedPapers),
            ticks.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey))
        .toList();
  }

  public String takeOver() {
    return act("take-over", cases::takeOver);
  }

  public String withdraw() {
    return act("withdraw", number -> cases.withdraw(number, withdrawnBy, reason));
  }

  /** Who can wish that the application is withdrawn: nobody acts for an applicant in person. */
  public List<SelectItem> getWithdrawers() {
    return Choices.of(
        texts,
        "withdrawn-by",
        Stream.of(Withdrawer.values())
            .filter(
                one ->
                    one != Withdrawer.REPRESENTATIVE
                        || getView().application().route() != Route.SELF)
            .toArray(Withdrawer[]::new));
  }

  public String write() {
    return act("note", number -> cases.write(number, note));
  }

  public String checkPapersInPerson() {
    return step(Steps.CHECK_PAPERS_IN_PERSON, Map.of("confirmed", confirmed()));
  }

  private String step(String step, Map<String, Object> fields) {
    return step(step, fields, Map.of());
  }

  /** Does the step that is due, each problem beside the field that it is about. */
  String step(String step, Map<String, Object> fields, Map<String, String> beside) {
    return act(step, beside, number -> cases.perform(number, step, new StepForm(fields), null));
  }

  private String act(String form, Function<ReceptionNumber, CaseView> act) {
    return act(form, Map.of(), act);
  }

  String act(String form, Map<String, String> beside, Function<ReceptionNumber, CaseView> act) {
    return Attempt.to(
        "case-" + id + "-" + form,
        beside,
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

  /** The code on the reply form of the expiry notice (R-PROXY-NOTICE). */
  public String getNoticeCode() {
    return noticeCode;
  }

  public void setNoticeCode(String noticeCode) {
    this.noticeCode = noticeCode;
  }

  /** Whether that form has a code, since this office prints the notices itself. */
  public boolean isNoticeCodeRequired() {
    return settings.flag("expiry.notices", false);
  }

  public void setCheckedPapers(String[] checkedPapers) {
    this.checkedPapers = checkedPapers.clone();
  }

  /** What is ticked besides the papers, by the names of {@code Confirmed}. */
  public Map<String, Boolean> getTicks() {
    return ticks;
  }

  public Integer getReceivedYen() {
    return receivedYen;
  }

  public void setReceivedYen(Integer receivedYen) {
    this.receivedYen = receivedYen;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public Withdrawer getWithdrawnBy() {
    return withdrawnBy;
  }

  public void setWithdrawnBy(Withdrawer withdrawnBy) {
    this.withdrawnBy = withdrawnBy;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
