package jp.madoguchi.web.reception;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.proxy.IdentityDocumentKinds;
import jp.madoguchi.proxy.ShownDocument;
import jp.madoguchi.web.faces.PageTexts;

/** The identity document that a proxy shows, as a clerk copies it from what lies before them. */
@Named("shown")
@RequestScoped
public class ShownFields {

  /** As {@link ShownDocument} takes it; spaces, hyphens and full-width characters are folded. */
  private static final String NUMBER = "[A-Za-z0-9０-９Ａ-Ｚａ-ｚ\\s\u3000\\-‐−ー]{1,40}";

  @Inject private IdentityDocumentKinds kinds;
  @Inject private PageTexts texts;

  private String kind;
  private String number;
  private LocalDate expiresOn;

  /** What the counter takes: with a photo and in use (R-PROXY-DOCS-1). */
  public List<SelectItem> getKinds() {
    return kinds.accepted().stream()
        .map(one -> new SelectItem(one.code(), inWords(one.name(), one.nameEn())))
        .toList();
  }

  /** The name of a kind; the code of one that is not in the table any more. */
  public String kindName(String code) {
    return kinds.all().stream()
        .filter(one -> one.code().equals(code))
        .map(one -> inWords(one.name(), one.nameEn()))
        .findFirst()
        .orElse(code);
  }

  private String inWords(String name, String nameEn) {
    return "en".equals(texts.language()) ? nameEn : name;
  }

  ShownDocument document() {
    return new ShownDocument(kind, null, expiresOn, number);
  }

  /** As a step takes it. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("kind", kind);
    fields.put("number", number);
    fields.put("expiresOn", expiresOn == null ? null : expiresOn.toString());
    return fields;
  }

  /** Beside which of these fields each problem of a document stands; ids begin with the prefix. */
  static Map<String, String> beside(String prefix) {
    Map<String, String> fields = new HashMap<>();
    fields.put("document-kind-unknown", prefix + "Kind");
    fields.put("document-not-accepted", prefix + "Kind");
    fields.put("document-expiry-missing", prefix + "ExpiresOn");
    fields.put("document-expired", prefix + "ExpiresOn");
    fields.put("R-SAME-PROXY", prefix + "Number");
    return fields;
  }

  /** What a number may look like. */
  public String getPattern() {
    return NUMBER;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public LocalDate getExpiresOn() {
    return expiresOn;
  }

  public void setExpiresOn(LocalDate expiresOn) {
    this.expiresOn = expiresOn;
  }
}
