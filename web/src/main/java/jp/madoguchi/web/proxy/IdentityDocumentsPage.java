package jp.madoguchi.web.proxy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.proxy.IdentityDocumentKindForm;
import jp.madoguchi.proxy.IdentityDocumentKinds;
import jp.madoguchi.web.faces.Attempt;
import jp.madoguchi.web.faces.Done;
import jp.madoguchi.web.faces.PageTexts;
import org.omnifaces.cdi.Param;

/** 本人確認書類: the table of what a proxy shows, and the kind in it that is entered or changed. */
@Named
@RequestScoped
public class IdentityDocumentsPage {

  private static final String PAGE = "/proxy/documents.xhtml";
  private static final int APART = 10;
  private static final int LAST_PLACE = 999;

  @Inject private IdentityDocumentKinds kinds;
  @Inject private PageTexts texts;

  @Inject @Param private String code;

  @Inject
  @Param(name = "version")
  private Integer seen;

  private boolean overtaken;
  private List<IdentityDocumentJson> rows;
  private String name;
  private String nameEn;
  private String issuer;
  private Boolean photo;
  private Boolean expires;
  private Integer place;
  private Boolean inUse;

  public List<IdentityDocumentJson> getRows() {
    if (rows == null) {
      rows = kinds.all().stream().map(IdentityDocumentJson::of).toList();
    }
    return rows;
  }

  /** The kind that is changed; null while a new one is entered. */
  public IdentityDocumentJson getChanged() {
    return getRows().stream().filter(row -> row.code().equals(code)).findFirst().orElse(null);
  }

  public String add() {
    return keep(
        () -> {
          kinds.add(form());
          return "documents.added";
        });
  }

  public String change() {
    return keep(
        () -> {
          changeSeen();
          return "documents.changed";
        });
  }

  private void changeSeen() {
    try {
      kinds.put(code, form(), seen);
    } catch (BusinessException e) {
      overtaken = e.problem().code().equals("document-kind-changed");
      rows = null;
      throw e;
    }
  }

  private String keep(Supplier<String> act) {
    String blank = blank();
    return Attempt.to(
        Map.of(
            "form-incomplete", blank,
            "document-kind-code", "nameEn",
            "document-kind-taken", "nameEn"),
        () -> {
          if (!blank.isEmpty()) {
            throw Problem.refused("form-incomplete", texts.get("documents." + blank)).asException();
          }
          return Done.at(PAGE, act.get(), name.strip());
        });
  }

  /** The first field that holds nothing but spaces, which the page takes for an entry. */
  private String blank() {
    if (name.isBlank()) {
      return "name";
    }
    if (nameEn.isBlank()) {
      return "nameEn";
    }
    return issuer.isBlank() ? "issuer" : "";
  }

  private IdentityDocumentKindForm form() {
    return new IdentityDocumentKindForm(name, nameEn, issuer, photo, expires, place, inUse);
  }

  /** Which version the form is made on: as it was opened, or as whoever was first left it. */
  public Integer getVersion() {
    return overtaken || seen == null ? Integer.valueOf(getChanged().version()) : seen;
  }

  /** Whether somebody else changed the kind while the form was filled in. */
  public boolean isOvertaken() {
    return overtaken;
  }

  public String getCode() {
    return code;
  }

  public String getName() {
    return name != null || getChanged() == null ? name : getChanged().name();
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getNameEn() {
    return nameEn != null || getChanged() == null ? nameEn : getChanged().nameEn();
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }

  public String getIssuer() {
    return issuer != null || getChanged() == null ? issuer : getChanged().issuer();
  }

  public void setIssuer(String issuer) {
    this.issuer = issuer;
  }

  /** A new kind has a photo: without one the counter does not take it (R-PROXY-DOCS-1). */
  public Boolean getPhoto() {
    if (photo == null) {
      photo = getChanged() == null || getChanged().photo();
    }
    return photo;
  }

  public void setPhoto(Boolean photo) {
    this.photo = photo;
  }

  public Boolean getExpires() {
    if (expires == null) {
      expires = getChanged() == null || getChanged().expires();
    }
    return expires;
  }

  public void setExpires(Boolean expires) {
    this.expires = expires;
  }

  /** A new kind stands last. */
  public Integer getPlace() {
    if (place == null) {
      place = getChanged() == null ? last() : getChanged().place();
    }
    return place;
  }

  private int last() {
    int before = getRows().stream().mapToInt(IdentityDocumentJson::place).max().orElse(0);
    return Math.min(before + APART, LAST_PLACE);
  }

  public void setPlace(Integer place) {
    this.place = place;
  }

  public Boolean getInUse() {
    if (inUse == null) {
      inUse = getChanged() == null || getChanged().inUse();
    }
    return inUse;
  }

  public void setInUse(Boolean inUse) {
    this.inUse = inUse;
  }
}
