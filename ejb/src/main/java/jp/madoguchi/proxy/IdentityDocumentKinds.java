package jp.madoguchi.proxy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.problem.Problem;

/** The table of identity documents, which a supervisor keeps. */
@Stateless
@RolesAllowed("SUPERVISOR")
public class IdentityDocumentKinds {

  private static final int LONGEST_CODE = 40;

  @Inject private ProxyRecords records;
  @Inject private AuditTrail trail;

  @RolesAllowed({"CLERK", "SUPERVISOR"})
  public List<IdentityDocumentKind> all() {
    return records.kinds();
  }

  /** What the counter takes from a proxy: with a photo and in use (R-PROXY-DOCS-1). */
  @RolesAllowed({"CLERK", "SUPERVISOR"})
  public List<IdentityDocumentKind> accepted() {
    return records.kinds().stream().filter(kind -> kind.inUse() && kind.photo()).toList();
  }

  /**
   * Adds a kind; its code is made of its English name.
   *
   * @return the code
   * @throws jp.madoguchi.problem.BusinessException {@code document-kind-code} when the English name
   *     gives none, {@code document-kind-taken}
   */
  public String add(IdentityDocumentKindForm form) {
    String code = codeOf(form.nameEn());
    if (records.kind(code).isPresent()) {
      throw Problem.refused("document-kind-taken", code).asException();
    }
    put(code, form);
    return code;
  }

  private static String codeOf(String nameEn) {
    String words =
        nameEn.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^[_0-9]+", "");
    return words.substring(0, Math.min(words.length(), LONGEST_CODE)).replaceAll("_+$", "");
  }

  /**
   * Adds a kind or changes one; what is not used any more is put out of use, never removed.
   *
   * @param code capital letters, digits and underscores, at most 40
   * @throws jp.madoguchi.problem.BusinessException {@code document-kind-code}
   */
  public void put(String code, IdentityDocumentKindForm form) {
    if (!code.matches("[A-Z][A-Z0-9_]{1,39}")) {
      throw Problem.refused("document-kind-code").asException();
    }
    records
        .kind(code)
        .ifPresentOrElse(
            known -> known.change(form), () -> records.add(new IdentityDocumentKind(code, form)));
    trail.record(
        Act.done("document-kind.changed", "DOCUMENT_KIND", code)
            .with("photo", form.photo())
            .with("inUse", form.inUse()));
  }
}
