package jp.madoguchi.issuance;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads to-be-signed bytes back and holds them against the profile, before the authority's key is
 * used. It shares no code with the template that wrote them.
 */
final class ProfileLinter {

  private static final String READABLE = "certificate_is_readable_der";

  static final List<Lint> LINTS =
      Stream.of(FieldLints.ALL, ExtensionLints.ALL, HolderLints.ALL).flatMap(List::stream).toList();

  private ProfileLinter() {}

  /** The names of the lints that do not hold; empty: it may be signed. */
  static List<String> broken(byte[] toBeSigned, LintExpectation expected) {
    Draft draft;
    try {
      draft = Draft.parse(toBeSigned);
    } catch (IOException | RuntimeException e) {
      return List.of(READABLE);
    }
    return LINTS.stream().filter(lint -> !lint.holds(draft, expected)).map(Lint::name).toList();
  }
}
