package jp.madoguchi.web.issuance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import jp.madoguchi.issuance.AuthorityState;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.KeyHome;
import jp.madoguchi.issuance.RenewalDesk;
import jp.madoguchi.issuance.TokenState;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Choices;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.faces.OfficeDates;
import jp.madoguchi.web.faces.PageTexts;
import org.omnifaces.cdi.Param;

/** 認証局: the authorities' keys, by when the next is due, and its rollover by two persons. */
@Named
@RequestScoped
public class AuthorityPage {

  private static final String HERE = "/authority/index.xhtml";

  @Inject private RenewalDesk desk;
  @Inject private AuthorityState state;
  @Inject private PageTexts texts;
  @Inject private OfficeDates dates;
  @Inject private HttpServletRequest request;

  @Inject @Param private CertificateType type;

  private List<AuthorityRow> rows;
  private KeyHome home;
  private String reason;

  public List<AuthorityRow> getRows() {
    if (rows == null) {
      rows = desk.authorities().stream().map(one -> AuthorityRow.of(one, texts, dates)).toList();
    }
    return rows;
  }

  /** The authority that the address names; null where it names none. */
  public AuthorityRow getChosen() {
    return getRows().stream()
        .filter(row -> type != null && row.type().equals(type.name()))
        .findFirst()
        .orElse(null);
  }

  public String getAdapter() {
    return texts.get("authority.adapter." + state.now().adapter());
  }

  public String getState() {
    return texts.get("authority.state." + state.now().word());
  }

  public String getStateKind() {
    return switch (state.now().word()) {
      case "SERVING" -> "SUCCESS";
      case "STOPPED" -> "WARNING";
      default -> "ERROR";
    };
  }

  /** What is wrong with the token; empty where nothing is, or there is none. */
  public String getTokenTrouble() {
    TokenState token = desk.token();
    return token == TokenState.AWAY || token == TokenState.PIN_REFUSED ? token.name() : "";
  }

  public boolean isKeeper() {
    return request.isUserInRole("ADMIN");
  }

  /** Who asked decides not (R-SECOND-PERSON). */
  public boolean isOwn() {
    AuthorityRow chosen = getChosen();
    return chosen != null
        && chosen.renewal() != null
        && chosen.renewal().askedBy().equals(request.getRemoteUser());
  }

  public List<SelectItem> getHomes() {
    return desk.token() == TokenState.NONE
        ? Choices.of(texts, "authority.home", KeyHome.FILE)
        : Choices.of(texts, "authority.home", KeyHome.values());
  }

  public String ask() {
    return Attempt.to(
        Map.of("renewal-reason", "reason"),
        () -> {
          desk.ask(type, home, reason);
          return Done.at(HERE, "authority.asked", getChosen().title());
        });
  }

  public String grant() {
    return decide(true, "authority.granted");
  }

  public String refuse() {
    return decide(false, "authority.refused");
  }

  private String decide(boolean granted, String told) {
    return Attempt.to(
        Map.of("renewal-reason", "why"),
        () -> {
          desk.decide(getChosen().renewal().id(), granted, reason);
          return Done.at(HERE, told, getChosen().title());
        });
  }

  public String withdraw() {
    return Attempt.to(
        () -> {
          desk.withdraw(getChosen().renewal().id());
          return Done.at(HERE, "authority.withdrawn", getChosen().title());
        });
  }

  public String resume() {
    return Attempt.to(
        () -> {
          desk.resume(getChosen().renewal().id());
          return Done.at(HERE, "authority.granted", getChosen().title());
        });
  }

  public CertificateType getType() {
    return type;
  }

  public KeyHome getHome() {
    return home == null ? desk.usualHome() : home;
  }

  public void setHome(KeyHome home) {
    this.home = home;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
