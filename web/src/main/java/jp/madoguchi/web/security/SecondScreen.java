package jp.madoguchi.web.security;

import java.util.Arrays;
import java.util.List;

/** Where an applicant's screen may look: at its own terminal's pages and nowhere else. */
final class SecondScreen {

  private static final List<String> ROOTS = List.of("/customer/", "/api/customer/");

  private SecondScreen() {}

  static boolean path(String path) {
    return ROOTS.stream().anyMatch(path::startsWith);
  }

  /**
   * Whether an address belongs to the screen of this terminal.
   *
   * @param named the values of the query's {@code terminal}, or null
   */
  static boolean at(String terminal, String path, String[] named) {
    if (!path(path)) {
      return false;
    }
    if (named != null && !Arrays.stream(named).allMatch(terminal::equals)) {
      return false;
    }
    String root = ROOTS.stream().filter(path::startsWith).findFirst().orElseThrow();
    String step = path.substring(root.length()).split("/", 2)[0];
    return step.equals(terminal) || (step.endsWith(".xhtml") && named != null);
  }
}
