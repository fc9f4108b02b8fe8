package jp.madoguchi.proxy;

import java.time.LocalDate;
import java.util.Objects;
import jp.madoguchi.problem.Problem;

/**
 * The proxy as a clerk enters them at the first visit.
 *
 * @param name as on the document, family and given name with a space between
 * @param relation to the applicant, in words, such as 配偶者
 */
public record ProxyForm(
    String name, LocalDate birthDate, String address, String relation, ShownDocument document) {

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, naming the field
   */
  public ProxyForm {
    name = text(name, "proxy.name", 100);
    address = text(address, "proxy.address", 200);
    relation = text(relation, "proxy.relation", 40);
    require(birthDate != null, "proxy.birthDate");
    require(document != null, "proxy.document");
  }

  private static String text(String value, String field, int longest) {
    String stripped = Objects.requireNonNullElse(value, "").strip();
    require(!stripped.isEmpty() && stripped.length() <= longest, field);
    return stripped;
  }

  private static void require(boolean holds, String field) {
    if (!holds) {
      throw Problem.refused("form-incomplete", field).asException();
    }
  }
}
