package jp.madoguchi.web.revocation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.eligibility.Route;
import jp.madoguchi.revocation.Asker;
import jp.madoguchi.web.faces.PageTexts;
import jp.madoguchi.web.reception.ProxyFields;
import org.omnifaces.cdi.Param;

/** Who stands at the counter for a revocation or a release: the address says it, by a tab. */
@Named("whoAsks")
@RequestScoped
public class WhoAsks {

  /** The tabs; a representative of the same household brings one paper less. */
  public enum Who {
    SELF(Route.SELF),
    PROXY(Route.PROXY),
    LEGAL(Route.LEGAL_REPRESENTATIVE),
    LEGAL_SAME_HOUSEHOLD(Route.LEGAL_REPRESENTATIVE);

    private final Route route;

    Who(Route route) {
      this.route = route;
    }
  }

  /** One tab; {@code word} is the key of its name. */
  public record Tab(Who who, String word, boolean chosen) {}

  @Inject private PageTexts texts;
  @Inject private ProxyFields proxy;

  @Inject @Param private String who;

  public Who getWho() {
    return Arrays.stream(Who.values())
        .filter(each -> each.name().equals(who))
        .findFirst()
        .orElse(Who.SELF);
  }

  public List<Tab> getTabs() {
    return Arrays.stream(Who.values())
        .map(each -> new Tab(each, "revocations.who." + each, each == getWho()))
        .toList();
  }

  public Route getRoute() {
    return getWho().route;
  }

  public boolean isHousehold() {
    return getWho() == Who.LEGAL_SAME_HOUSEHOLD;
  }

  public boolean isSelf() {
    return getWho() == Who.SELF;
  }

  /** As it was entered. */
  Asker asker() {
    return new Asker(getRoute(), isHousehold(), proxy.form(getRoute()));
  }

  /** Beside which field each problem with whoever asks and their papers stands. */
  static Map<String, String> beside() {
    Map<String, String> fields = new HashMap<>(ProxyFields.beside());
    fields.put("papers-missing", "papers");
    return fields;
  }

  /** Papers as the choices of a field. */
  List<SelectItem> choices(List<String> papers) {
    return papers.stream()
        .map(code -> new SelectItem(code, texts.get("document." + code)))
        .toList();
  }
}
