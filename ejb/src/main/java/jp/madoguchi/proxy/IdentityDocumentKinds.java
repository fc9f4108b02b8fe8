package jp.madoguchi.proxy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.audit.Act;
import jp.madoguchi.audit.AuditTrail;
import jp.madoguchi.audit.PastActs;
import jp.madoguchi.audit.PastActs.Subject;
import jp.madoguchi.problem.Problem;

/** The table of identity documents, which a supervisor keeps. */
@Stateless
@RolesAllowed("SUPERVISOR")
public class IdentityDocumentKinds {

  private static final int LONGEST_CODE = 40;

  @Inject private ProxyRecords records;
  @Inject private AuditTrail trail;
  @Inject private PastActs past;

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
    put(code, form, null);
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
   * @param seen the version that the change is made on; null for a kind that is added
   * @throws jp.madoguchi.problem.BusinessException {@code document-kind-code}, {@code
   *     document-kind-taken} for one that is known already, {@code document-kind-unknown} for one
   *     that is not, {@code document-kind-changed} when somebody else was first
   */
  public void put(String code, IdentityDocumentKindForm form, Integer seen) {
    if (!code.matches("[A-Z][A-Z0-9_]{1,39}")) {
      throw Problem.refused("document-kind-code").asException();
    }
    Optional<IdentityDocumentKind> known = records.kind(code);
    if (seen == null) {
      known.ifPresent(
          taken -> {
            throw Problem.refused("document-kind-taken", code).asException();
          });
      records.add(new IdentityDocumentKind(code, form));
    } else {
      IdentityDocumentKind kind =
          known.orElseThrow(() -> Problem.refused("document-kind-unknown").asException());
      requireSeen(kind, seen);
      kind.change(form);
    }
    trail.record(
        Act.done("document-kind.changed", "DOCUMENT_KIND", code)
            .with("photo", form.photo())
            .with("inUse", form.inUse()));
  }

  /** The last one must not win unawares: they are told who was first, and decide anew. */
  private void requireSeen(IdentityDocumentKind kind, int seen) {
    if (kind.version() == seen) {
      return;
    }
    String first =
        past.of(List.of(new Subject("DOCUMENT_KIND", kind.code()))).stream()
            .findFirst()
            .map(act -> act.actor().login())
            .orElse("");
    throw Problem.conflict("document-kind-changed", kind.name(), first).asException();
  }
}
