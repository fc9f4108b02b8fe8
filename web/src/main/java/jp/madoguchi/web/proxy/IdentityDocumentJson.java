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
 * @param version counts the changes; a change says which one it is made on
 */
public record IdentityDocumentJson(
    String code,
    String name,
    String nameEn,
    String issuer,
    boolean photo,
    boolean expires,
    int place,
    boolean inUse,
    int version) {

  static IdentityDocumentJson of(IdentityDocumentKind kind) {
    return new IdentityDocumentJson(
        kind.code(),
        kind.name(),
        kind.nameEn(),
        kind.issuer(),
        kind.photo(),
        kind.expires(),
        kind.place(),
        kind.inUse(),
        kind.version());
  }

  /**
   * A kind as it is to stand from now on; every field is needed.
   *
   * @param version the one that the change is made on; left out, the kind is added
   */
  public record Wanted(
      String name,
      String nameEn,
      String issuer,
      Boolean photo,
      Boolean expires,
      Integer place,
      Boolean inUse,
      Integer version) {

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
