package jp.madoguchi.proxy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import jp.madoguchi.problem.Problem;

/** A kind of identity document (本人確認書類), as the supervisor's table has it. */
@Entity
@Table(schema = "madoguchi", name = "identity_document_kind")
public class IdentityDocumentKind {

  @Id private String code;

  private String name;

  @Column(name = "name_en")
  private String nameEn;

  private String issuer;
  private boolean photo;
  private boolean expires;
  private int place;

  @Column(name = "in_use")
  private boolean inUse;

  @Version private int version;

  protected IdentityDocumentKind() {}

  public IdentityDocumentKind(String code, IdentityDocumentKindForm form) {
    this.code = code;
    change(form);
  }

  public final void change(IdentityDocumentKindForm form) {
    name = form.name();
    nameEn = form.nameEn();
    issuer = form.issuer();
    photo = form.photo();
    expires = form.expires();
    place = form.place();
    inUse = form.inUse();
  }

  /**
   * R-PROXY-DOCS-1: issued by a public office, with a photo, in date.
   *
   * @throws jp.madoguchi.problem.BusinessException {@code document-not-accepted}, {@code
   *     document-expiry-missing}, {@code document-expired}
   */
  void requireGood(ShownDocument shown, LocalDate today) {
    if (!inUse || !photo) {
      throw Problem.refused("document-not-accepted", name).asException();
    }
    if (expires && shown.expiresOn() == null) {
      throw Problem.refused("document-expiry-missing", name).asException();
    }
    if (shown.expiresOn() != null && shown.expiresOn().isBefore(today)) {
      throw Problem.refused("document-expired", name, shown.expiresOn()).asException();
    }
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public String nameEn() {
    return nameEn;
  }

  /** Who usually issues it. */
  public String issuer() {
    return issuer;
  }

  public boolean photo() {
    return photo;
  }

  /** Whether it has a last day. */
  public boolean expires() {
    return expires;
  }

  public int place() {
    return place;
  }

  public boolean inUse() {
    return inUse;
  }

  /** Counts the changes: whoever changes it says which version they have seen. */
  public int version() {
    return version;
  }
}
