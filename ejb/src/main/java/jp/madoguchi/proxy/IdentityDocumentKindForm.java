package jp.madoguchi.proxy;

import java.util.Objects;
import jp.madoguchi.problem.Problem;

/**
 * A kind of identity document as a supervisor enters it.
 *
 * @param place where it stands in the list, smallest first
 */
public record IdentityDocumentKindForm(
    String name,
    String nameEn,
    String issuer,
    boolean photo,
    boolean expires,
    int place,
    boolean inUse) {

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, naming the field
   */
  public IdentityDocumentKindForm {
    name = text(name, "name", 60);
    nameEn = text(nameEn, "nameEn", 80);
    issuer = text(issuer, "issuer", 60);
  }

  private static String text(String value, String field, int longest) {
    String stripped = Objects.requireNonNullElse(value, "").strip();
    if (stripped.isEmpty() || stripped.length() > longest) {
      throw Problem.refused("form-incomplete", field).asException();
    }
    return stripped;
  }
}
