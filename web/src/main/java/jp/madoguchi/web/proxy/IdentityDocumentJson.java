package jp.madoguchi.web.proxy;

import jp.madoguchi.problem.Problem;
import jp.madoguchi.proxy.IdentityDocumentKind;
import jp.madoguchi.proxy.IdentityDocumentKindForm;

/**
 * A kind of identity document as other programs see it.
 *
 * @param issuer who usually issues it
 * @param expires whether it has a last day
 * @param place where it stands in the list, smallest first
 */
public record IdentityDocumentJson(
    String code,
    String name,
    String nameEn,
    String issuer,
    boolean photo,
    boolean expires,
    int place,
    boolean inUse) {

  static IdentityDocumentJson of(IdentityDocumentKind kind) {
    return new IdentityDocumentJson(
        kind.code(),
        kind.name(),
        kind.nameEn(),
        kind.issuer(),
        kind.photo(),
        kind.expires(),
        kind.place(),
        kind.inUse());
  }

  /** A kind as it is to stand from now on; every field is needed. */
  public record Wanted(
      String name,
      String nameEn,
      String issuer,
      Boolean photo,
      Boolean expires,
      Integer place,
      Boolean inUse) {

    IdentityDocumentKindForm form() {
      return new IdentityDocumentKindForm(
          name,
          nameEn,
          issuer,
          given(photo, "photo"),
          given(expires, "expires"),
          given(place, "place"),
          given(inUse, "inUse"));
    }

    private static <T> T given(T value, String field) {
      if (value == null) {
        throw Problem.refused("request-malformed", field).asException();
      }
      return value;
    }
  }
}
