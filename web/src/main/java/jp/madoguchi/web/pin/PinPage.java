package jp.madoguchi.web.pin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.madoguchi.cardwriting.PinWay;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.pin.PinDesk;
import jp.madoguchi.pin.PinIntake;
import jp.madoguchi.pin.PinServiceForm;
import jp.madoguchi.pin.PinServiceLine;
import jp.madoguchi.web.eligibility.Refusals;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Choices;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.web.reception.ReceptionPage;

/** 暗証番号: who wants which PIN changed or reset. Who it is, is found as at the reception. */
@Named
@RequestScoped
public class PinPage {

  @Inject private PinDesk desk;
  @Inject private ReceptionPage who;
  @Inject private PageTexts texts;

  private Choice signature = Choice.NONE;
  private Choice userAuthentication = Choice.NONE;
  private Route route = Route.SELF;
  private String representative;
  private boolean sameHousehold;
  private List<PinServiceLine> open;

  /** What is done with a PIN, or nothing. */
  public enum Choice {
    NONE(null),
    CHANGE(PinWay.CHANGE),
    RESET(PinWay.RESET);

    private final PinWay way;

    Choice(PinWay way) {
      this.way = way;
    }
  }

  /** An open one on the page. */
  public record Row(String key, String name, String ways, String step) {}

  public List<Row> getOpen() {
    if (open == null) {
      open = desk.open();
    }
    return open.stream()
        .map(
            one ->
                new Row(
                    one.service().key(),
                    one.holder().name(),
                    PinWords.ways(one.service().ways(), texts),
                    PinWords.step(one.service(), one.due(), texts)))
        .toList();
  }

  public String receive() {
    return Attempt.to(
        () -> {
          PinIntake intake = desk.open(form(), null);
          if (intake instanceof PinIntake.Refused refused) {
            Refusals.show(refused.judgement(), texts);
            return null;
          }
          return "/pin/visit.xhtml?faces-redirect=true&id=" + ((PinIntake.Opened) intake).key();
        });
  }

  private PinServiceForm form() {
    return new PinServiceForm(
        who.getResident(),
        who.getCard() == null ? null : who.getCard().serial().value(),
        signature.way,
        userAuthentication.way,
        route,
        representative,
        sameHousehold);
  }

  public List<SelectItem> getWays() {
    return Choices.of(texts, "pin.way", Choice.values());
  }

  public List<SelectItem> getRoutes() {
    return Choices.of(texts, "route", Route.values());
  }

  public Choice getSignature() {
    return signature;
  }

  public void setSignature(Choice signature) {
    this.signature = signature;
  }

  public Choice getUserAuthentication() {
    return userAuthentication;
  }

  public void setUserAuthentication(Choice userAuthentication) {
    this.userAuthentication = userAuthentication;
  }

  public Route getRoute() {
    return route;
  }

  public void setRoute(Route route) {
    this.route = route;
  }

  public String getRepresentative() {
    return representative;
  }

  public void setRepresentative(String representative) {
    this.representative = representative;
  }

  public boolean isSameHousehold() {
    return sameHousehold;
  }

  public void setSameHousehold(boolean sameHousehold) {
    this.sameHousehold = sameHousehold;
  }
}
