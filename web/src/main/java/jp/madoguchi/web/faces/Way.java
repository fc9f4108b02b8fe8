package jp.madoguchi.web.faces;

import java.util.List;
import java.util.Set;

/**
 * An entry of the navigation.
 *
 * @param path the page, from the context root
 * @param word the key of its name
 * @param key its shortcut
 * @param roles who may go there
 */
public record Way(String path, String word, String key, Set<String> roles) {

  private static final Set<String> COUNTER = Set.of("CLERK", "SUPERVISOR");
  private static final Set<String> EVERYBODY =
      Set.of("CLERK", "SUPERVISOR", "PROCESS_OWNER", "AUDITOR", "ADMIN");

  /**
   * Ways that stand together.
   *
   * @param word the key of their heading; null where they need none
   */
  public record Group(String word, List<Way> ways) {}

  /** The ways in the order of the screen: the counter's work first, then the others'. */
  static final List<Group> ALL =
      List.of(
          group(
              null,
              new Way("/home.xhtml", "way.home", "Alt+1", EVERYBODY),
              new Way("/reception/index.xhtml", "way.reception", "Alt+2", COUNTER),
              new Way("/case/list.xhtml", "way.cases", "Alt+3", COUNTER),
              new Way("/letter/index.xhtml", "way.letters", "Alt+L", COUNTER),
              new Way("/certificate/index.xhtml", "way.certificates", "Alt+4", COUNTER),
              new Way("/revocation/index.xhtml", "way.revocations", "Alt+V", COUNTER),
              new Way("/pin/index.xhtml", "way.pins", "Alt+G", COUNTER),
              new Way("/fee/closing.xhtml", "way.closing", "Alt+5", COUNTER),
              new Way("/approval/index.xhtml", "way.approvals", "Alt+K", Set.of("SUPERVISOR"))),
          group(
              null,
              new Way(
                  "/workflow/index.xhtml",
                  "way.flows",
                  "Alt+6",
                  Set.of("PROCESS_OWNER", "SUPERVISOR", "AUDITOR")),
              new Way("/audit/index.xhtml", "way.audit", "Alt+7", Set.of("AUDITOR"))),
          group(
              "way.administration",
              new Way("/calendar/index.xhtml", "way.calendar", "Alt+8", COUNTER),
              new Way(
                  "/resident/import.xhtml",
                  "way.import",
                  "Alt+9",
                  Set.of("SUPERVISOR", "REGISTER")),
              new Way("/proxy/documents.xhtml", "way.documents", "Alt+J", Set.of("SUPERVISOR")),
              new Way("/staff/index.xhtml", "way.staff", "Alt+0", Set.of("ADMIN")),
              new Way("/terminal/index.xhtml", "way.terminals", "Alt+M", Set.of("ADMIN")),
              new Way(
                  "/authority/index.xhtml",
                  "way.authority",
                  "Alt+Y",
                  Set.of("ADMIN", "SUPERVISOR"))));

  private static Group group(String word, Way... ways) {
    return new Group(word, List.of(ways));
  }
}
