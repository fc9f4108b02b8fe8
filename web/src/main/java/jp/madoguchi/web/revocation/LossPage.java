package jp.madoguchi.web.revocation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.madoguchi.resident.Card;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.revocation.CardLoss;
import jp.madoguchi.revocation.CardLossDesk;
import jp.madoguchi.revocation.LossForm;
import jp.madoguchi.revocation.LossForm.Channel;
import jp.madoguchi.revocation.LossForm.IdentityCheck;
import jp.madoguchi.revocation.LossForm.Reporter;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Choices;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.faces.PageTexts;

/** カードの紛失: the report for one resident, or one lost card with what comes next. */
@Named("lossPage")
@RequestScoped
public class LossPage {

  @Inject private CardLossDesk desk;
  @Inject private PageSubject subject;
  @Inject private PageTexts texts;

  private CardLossDesk.View view;
  private Channel channel;
  private Reporter reporter;
  private String reporterName;
  private List<IdentityCheck> identity = new ArrayList<>();
  private String circumstances;
  private String policeNumber;

  /** Whether one lost card is asked for. */
  public boolean isOne() {
    return subject.one();
  }

  public CardLossDesk.View getView() {
    if (view == null) {
      view = desk.look(subject.id());
    }
    return view;
  }

  public CardLoss getLoss() {
    return getView().loss();
  }

  public boolean isHeld() {
    return getLoss().state() == CardLoss.State.HELD;
  }

  public String getStateKind() {
    return LossRow.kind(getLoss().state());
  }

  public String getIdentityWords() {
    return LossRow.identity(getLoss(), texts);
  }

  public List<ActRow> getActs() {
    return subject.acts(getView().acts());
  }

  public List<PaperRow> getSeen() {
    return subject.papers(getView().papers());
  }

  public ResidentRecord getHolder() {
    return subject.holder(() -> getLoss().residentId());
  }

  /** The card that can have been lost; null where there is none. */
  public Card getCard() {
    return desk.cardInUse(subject.resident()).orElse(null);
  }

  public String report() {
    return Attempt.to(
        "loss-" + subject.resident(),
        Map.of("identity-not-checked", "identity", "reporter-name-missing", "reporterName"),
        () -> {
          CardLossDesk.View held =
              desk.report(
                  new LossForm(
                      subject.resident(),
                      null,
                      channel,
                      reporter,
                      reporterName,
                      identity,
                      circumstances,
                      policeNumber),
                  null);
          return Done.at(
              "/revocation/loss.xhtml?id=" + held.loss().key(), "loss.done", held.holder().name());
        });
  }

  public List<SelectItem> getChannels() {
    return Choices.of(texts, "loss.channel", Channel.values());
  }

  public List<SelectItem> getReporters() {
    return Choices.of(texts, "loss.reporter", Reporter.values());
  }

  public List<SelectItem> getIdentities() {
    return Choices.of(texts, "loss.identity", IdentityCheck.values());
  }

  public String getId() {
    return subject.id();
  }

  public Long getResident() {
    return subject.resident();
  }

  public Channel getChannel() {
    return channel;
  }

  public void setChannel(Channel channel) {
    this.channel = channel;
  }

  public Reporter getReporter() {
    return reporter;
  }

  public void setReporter(Reporter reporter) {
    this.reporter = reporter;
  }

  public String getReporterName() {
    return reporterName;
  }

  public void setReporterName(String reporterName) {
    this.reporterName = reporterName;
  }

  public List<IdentityCheck> getIdentity() {
    return identity;
  }

  public void setIdentity(List<IdentityCheck> identity) {
    this.identity = identity;
  }

  public String getCircumstances() {
    return circumstances;
  }

  public void setCircumstances(String circumstances) {
    this.circumstances = circumstances;
  }

  public String getPoliceNumber() {
    return policeNumber;
  }

  public void setPoliceNumber(String policeNumber) {
    this.policeNumber = policeNumber;
  }
}
