package jp.madoguchi.web.reception;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.approval.ApprovalState;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.letter.InquiryLetter;
import jp.madoguchi.letter.LetterState;
import jp.madoguchi.process.Processes.Steps;
import jp.madoguchi.proxy.NoticeFinding;
import jp.madoguchi.proxy.Proxy;
import jp.madoguchi.proxy.ProxyFinding;
import jp.madoguchi.proxy.ReplyFinding;
import jp.madoguchi.proxy.WayOn;
import jp.madoguchi.reception.ReturnDesk;
import jp.madoguchi.web.approval.ApprovalRow;
import jp.madoguchi.web.faces.Choices;
import jp.madoguchi.web.faces.PageTexts;

/** 案件, where a proxy acts: the letter, the wait for the return visit, and the visit itself. */
@Named("proxyCase")
@RequestScoped
public class ProxyCasePage {

  @Inject private CasePage page;
  @Inject private ReturnDesk returns;
  @Inject private ShownFields shown;
  @Inject private PageTexts texts;

  private String reason;
  private String handled;
  private String otherReason;
  private ReplyFinding finding;
  private WayOn wayOn;
  private NoticeFinding noticeFinding;

  /** Null in a case of the applicant alone. */
  public Proxy getProxy() {
    return page.getView().proxy().orElse(null);
  }

  public boolean isByProxy() {
    return page.getView().application().route() == Route.PROXY;
  }

  /** The letter whose answer is waited for; null while nothing is waited for. */
  public InquiryLetter getAwaited() {
    return page.isOpen() && page.getNext() == null && isByProxy()
        ? letters().filter(one -> one.state() == LetterState.POSTED).findFirst().orElse(null)
        : null;
  }

  /** The letter that is in the ledger and not yet posted, or posted; null where there is none. */
  public InquiryLetter getCurrent() {
    return letters().filter(InquiryLetter::isCurrent).findFirst().orElse(null);
  }

  /** The letter that the post brought back; null where there is none. */
  public InquiryLetter getReturned() {
    return letters().filter(one -> one.state() == LetterState.UNDELIVERED).findFirst().orElse(null);
  }

  private Stream<InquiryLetter> letters() {
    return page.getView().letters().stream();
  }

  /** The kind of chip for a letter's state. */
  public String chip(InquiryLetter letter) {
    return switch (letter.state()) {
      case PRINTED, POSTED -> "NOW";
      case ANSWERED -> "SUCCESS";
      case UNDELIVERED, OVERDUE -> "WARNING";
      case VOID -> "PLAIN";
    };
  }

  public boolean isFirstLetter() {
    return page.getView().letters().isEmpty();
  }

  /** Whether a certificate's PIN stands in the reply. */
  public boolean asksPin(CertificateType type) {
    return page.getView().application().types().contains(type);
  }

  /** Where the case's card lies, and whose key the PINs are sealed to; empty before. */
  public String getTerminal() {
    return page.getView().application().terminal().orElse("");
  }

  /** How the request for another document stands; null while none was made, or one withdrawn. */
  public ApprovalRow getAsked() {
    return returns.otherDocument(page.getView().application().receptionNumber()).stream()
        .filter(one -> one.state() != ApprovalState.WITHDRAWN)
        .findFirst()
        .map(one -> ApprovalRow.of(one, texts))
        .orElse(null);
  }

  public String printLetter() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("reason", reason);
    return page.step(Steps.PRINT_LETTER, fields, Map.of());
  }

  public String postLetter() {
    return page.step(Steps.POST_LETTER, Map.of(), Map.of());
  }

  public String handleUndelivered() {
    return page.step(Steps.HANDLE_UNDELIVERED, Map.of("note", handled), Map.of());
  }

  public String confirmSame() {
    return confirm(ProxyFinding.SAME_DOCUMENT, "same");
  }

  public String confirmOther() {
    return confirm(ProxyFinding.OTHER_DOCUMENT, "other");
  }

  private String confirm(ProxyFinding found, String prefix) {
    return page.step(
        Steps.CONFIRM_PROXY,
        Map.of("finding", found.name(), "document", shown.fields()),
        ShownFields.beside(prefix));
  }

  public String otherPerson() {
    return page.step(
        Steps.CONFIRM_PROXY, Map.of("finding", ProxyFinding.OTHER_PERSON.name()), Map.of());
  }

  public String askOther() {
    return page.act(
        "other-document", Map.of(), number -> returns.askOtherDocument(number, otherReason));
  }

  public String acceptReply() {
    return page.step(
        Steps.CHECK_REPLY,
        Map.of("finding", ReplyFinding.ACCEPTED.name(), "confirmed", page.confirmed()),
        Map.of());
  }

  public String refuseReply() {
    return page.step(
        Steps.CHECK_REPLY,
        Map.of("finding", finding.name(), "wayOn", wayOn.name()),
        Map.of("unsealed-needs-new-letter", "wayOn"));
  }

  public String refuseNoticeReply() {
    return page.act(
        "notice-reply", Map.of(), number -> returns.refuseNoticeReply(number, noticeFinding));
  }

  public List<SelectItem> getNoticeFindings() {
    return Choices.of(texts, "notice.finding", NoticeFinding.values());
  }

  public String wantNewLetter() {
    return page.act("new-letter", Map.of(), returns::wantNewLetter);
  }

  public String continueInPerson() {
    return page.act("in-person", Map.of(), returns::continueInPerson);
  }

  public List<SelectItem> getFindings() {
    return Choices.of(
        texts,
        "reply.finding",
        Stream.of(ReplyFinding.values())
            .filter(one -> one != ReplyFinding.ACCEPTED)
            .toArray(ReplyFinding[]::new));
  }

  public List<SelectItem> getWaysOn() {
    return Choices.of(texts, "way-on", WayOn.values());
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getHandled() {
    return handled;
  }

  public void setHandled(String handled) {
    this.handled = handled;
  }

  public String getOtherReason() {
    return otherReason;
  }

  public void setOtherReason(String otherReason) {
    this.otherReason = otherReason;
  }

  public ReplyFinding getFinding() {
    return finding;
  }

  public void setFinding(ReplyFinding finding) {
    this.finding = finding;
  }

  public NoticeFinding getNoticeFinding() {
    return noticeFinding;
  }

  public void setNoticeFinding(NoticeFinding noticeFinding) {
    this.noticeFinding = noticeFinding;
  }

  public WayOn getWayOn() {
    return wayOn;
  }

  public void setWayOn(WayOn wayOn) {
    this.wayOn = wayOn;
  }
}
