package jp.madoguchi.web.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who may go where: the one table of the web's doors. The first line that fits decides; what no
 * line names is closed to everybody. The boundaries behind it name their roles again.
 */
public final class AccessRules {

  /** What a door says. */
  public enum Answer {
    OPEN,
    /** Log in first. */
    LOGIN,
    /** Logged in, but the role is missing. */
    FORBIDDEN,
    /** No line names it: for those who are logged in it is not there. */
    UNKNOWN
  }

  private record Line(Set<String> methods, String path, Set<String> roles) {

    boolean fits(String method, String asked) {
      if (!methods.isEmpty() && !methods.contains(method)) {
        return false;
      }
      int star = path.indexOf('*');
      if (star < 0) {
        return asked.equals(path);
      }
      String before = path.substring(0, star);
      String after = path.substring(star + 1);
      return asked.length() >= before.length() + after.length()
          && asked.startsWith(before)
          && asked.endsWith(after);
    }
  }

  private static final Set<String> EVERYBODY = Set.of();
  private static final Set<String> STAFF =
      Set.of("CLERK", "SUPERVISOR", "PROCESS_OWNER", "AUDITOR", "ADMIN");
  private static final Set<String> LOGINS =
      Set.of("CLERK", "SUPERVISOR", "PROCESS_OWNER", "AUDITOR", "ADMIN", "REGISTER");
  private static final Set<String> COUNTER = Set.of("CLERK", "SUPERVISOR");
  private static final Set<String> CASE_READERS = Set.of("CLERK", "SUPERVISOR", "AUDITOR");
  private static final Set<String> FLOW_READERS =
      Set.of("PROCESS_OWNER", "SUPERVISOR", "AUDITOR", "ADMIN");
  private static final Set<String> AGENT = Set.of("TERMINAL");
  private static final Set<String> TERMINAL_KEEPERS = Set.of("CLERK", "SUPERVISOR", "ADMIN");
  private static final Set<String> REGISTRARS = Set.of("REGISTER", "SUPERVISOR");
  private static final Set<String> SCREEN = Set.of("SECOND_SCREEN", "CLERK", "SUPERVISOR");
  private static final Set<String> OWNERS =
      Set.of("CLERK", "SUPERVISOR", "PROCESS_OWNER", "AUDITOR", "ADMIN", "PASSWORD_DUE");
  private static final Set<String> ANY = Set.of();
  private static final Set<String> READ = Set.of("GET", "HEAD");

  private static final List<Line> TABLE = table();

  private AccessRules() {}

  /**
   * What the door of this address says.
   *
   * @param path from the context root, decoded
   * @param hasRole whether the caller holds a role
   */
  public static Answer decide(
      String method, String path, boolean authenticated, Predicate<String> hasRole) {
    Line line = line(method, path).orElse(null);
    if (line != null && line.roles().equals(EVERYBODY)) {
      return Answer.OPEN;
    }
    if (!authenticated) {
      return Answer.LOGIN;
    }
    if (line == null) {
      return Answer.UNKNOWN;
    }
    return line.roles().stream().anyMatch(hasRole) ? Answer.OPEN : Answer.FORBIDDEN;
  }

  /** The roles for which a door is open; none where it is open to everybody. */
  public static Optional<Set<String>> roles(String method, String path) {
    return line(method, path).map(Line::roles);
  }

  private static Optional<Line> line(String method, String path) {
    return TABLE.stream().filter(each -> each.fits(method, path)).findFirst();
  }

  private static List<Line> table() {
    List<Line> lines = new ArrayList<>();
    publicPaths(lines);
    pages(lines);
    api(lines);
    return List.copyOf(lines);
  }

  private static void publicPaths(List<Line> lines) {
    add(lines, ANY, EVERYBODY, "/login.xhtml", "/logged-out.xhtml", "/session-ended.xhtml");
    add(lines, READ, EVERYBODY, "/error/*", "/assets/*", "/favicon.ico");
    add(lines, READ, EVERYBODY, "/jakarta.faces.resource/*");
    add(lines, ANY, EVERYBODY, "/guide", "/guide/en", "/guide/easy", "/api/guide");
    add(lines, READ, EVERYBODY, "/api/calendar/*");
    add(lines, ANY, EVERYBODY, "/ocsp/*");
    add(lines, READ, EVERYBODY, "/crl/*", "/ca/*", "/health/*", "/metrics");
    add(lines, READ, EVERYBODY, "/customer/pair");
    add(lines, Set.of("POST"), EVERYBODY, "/api/terminals/*/enrolment");
    // It tells what the source, which is open, tells as well.
    add(lines, READ, EVERYBODY, "/api/openapi.json");
  }

  private static void pages(List<Line> lines) {
    add(lines, ANY, SCREEN, "/customer/*", "/api/customer/*");
    add(lines, ANY, STAFF, "/", "/home.xhtml", "/search.xhtml");
    add(lines, ANY, OWNERS, "/password.xhtml");
    add(lines, ANY, STAFF, "/training/*");
    add(lines, ANY, COUNTER, "/reception/*", "/case/*", "/certificate/*", "/fee/*", "/pin/*");
    add(lines, ANY, REGISTRARS, "/resident/import.xhtml");
    add(lines, ANY, COUNTER, "/letter/*", "/expiry/*", "/resident/*", "/revocation/*");
    add(lines, ANY, Set.of("ADMIN"), "/terminal/new.xhtml");
    add(lines, ANY, TERMINAL_KEEPERS, "/terminal/*");
    add(lines, ANY, COUNTER, "/calendar/index.xhtml");
    add(lines, ANY, Set.of("SUPERVISOR"), "/calendar/*", "/approval/*", "/proxy/documents.xhtml");
    add(lines, ANY, FLOW_READERS, "/workflow/*");
    add(lines, ANY, Set.of("AUDITOR"), "/audit/*");
    add(lines, ANY, Set.of("ADMIN"), "/staff/*", "/admin/*");
    add(lines, ANY, Set.of("ADMIN", "SUPERVISOR"), "/authority/*");
  }

  private static void api(List<Line> lines) {
    add(lines, ANY, OWNERS, "/api/session", "/api/session/*", "/api/password");
    add(lines, ANY, STAFF, "/api/drafts/*");
    add(lines, READ, LOGINS, "/api/openapi.json");
    add(lines, ANY, LOGINS, "/api/training/*");
    add(lines, ANY, Set.of("SUPERVISOR"), "/api/calendar", "/api/calendar/*");
    add(lines, READ, CASE_READERS, "/api/applications", "/api/applications/*");
    add(lines, ANY, COUNTER, "/api/applications", "/api/applications/*");
    add(lines, ANY, COUNTER, "/api/approvals", "/api/approvals/*");
    add(lines, READ, CASE_READERS, "/api/certificates", "/api/certificates/*");
    add(lines, ANY, COUNTER, "/api/certificates/*", "/api/fees", "/api/fees/*");
    add(lines, ANY, COUNTER, "/api/letters", "/api/letters/*");
    add(lines, ANY, COUNTER, "/api/lapses", "/api/lapses/*");
    add(lines, READ, COUNTER, "/api/expiry/runs", "/api/expiry/runs/*");
    add(lines, ANY, Set.of("SUPERVISOR"), "/api/expiry/runs", "/api/expiry/runs/*");
    add(lines, ANY, COUNTER, "/api/expiry/*");
    add(lines, ANY, COUNTER, "/api/revocations", "/api/revocations/*");
    add(lines, ANY, COUNTER, "/api/lost-cards", "/api/lost-cards/*");
    add(lines, ANY, COUNTER, "/api/pin-services", "/api/pin-services/*");
    add(lines, READ, COUNTER, "/api/identity-documents");
    add(lines, ANY, Set.of("SUPERVISOR"), "/api/identity-documents/*");
    add(lines, ANY, COUNTER, "/api/closing", "/api/closing/*");
    add(lines, ANY, Set.of("REGISTER"), "/api/residents/changes");
    add(lines, ANY, REGISTRARS, "/api/residents/import*");
    add(lines, ANY, COUNTER, "/api/residents", "/api/residents/*");
    add(lines, READ, FLOW_READERS, "/api/processes", "/api/processes/*");
    add(lines, READ, FLOW_READERS, "/api/decisions", "/api/decisions/*");
    add(lines, ANY, Set.of("AUDITOR"), "/api/audit/*");
    add(lines, ANY, Set.of("ADMIN"), "/api/staff", "/api/staff/*");
    add(lines, ANY, Set.of("ADMIN", "SUPERVISOR"), "/api/authorities", "/api/authorities/*");
    add(lines, ANY, COUNTER, "/api/workstation", "/api/workstation/*");
    add(lines, ANY, AGENT, "/api/terminals/*/exchange");
    add(lines, Set.of("POST"), AGENT, "/api/terminals/*/credential");
    add(lines, ANY, TERMINAL_KEEPERS, "/api/terminals", "/api/terminals/*");
  }

  private static void add(
      List<Line> lines, Set<String> methods, Set<String> roles, String... paths) {
    for (String path : paths) {
      lines.add(new Line(methods, path, roles));
    }
  }
}
