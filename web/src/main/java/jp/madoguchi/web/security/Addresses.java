package jp.madoguchi.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads addresses the same way for every door. */
final class Addresses {

  /**
   * What no address of ours has: path parameters, encoded separators, dots as steps, empty steps,
   * backslashes, control characters. Two parts of the server might read such an address in two
   * ways.
   */
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          ";|\\\\|//|%2f|%5c|%2e|%3b|%25|%[01][0-9a-f]|%7f|(^|/)\\.{1,2}(/|$)|[\\x00-\\x20\\x7f]");

  private Addresses() {}

  static boolean ambiguous(String rawPath) {
    return AMBIGUOUS.matcher(rawPath.toLowerCase(Locale.ROOT)).find();
  }

  /** What no text has, and no database keeps. */
  static boolean hasNullCharacter(String rawQuery) {
    return rawQuery != null && rawQuery.contains("%00");
  }

  /** The path from the context root, as the container chose the servlet by it. */
  static String path(HttpServletRequest request) {
    String more = request.getPathInfo();
    return more == null ? request.getServletPath() : request.getServletPath() + more;
  }

  /** Whether an address can be gone to after the login: one of our own pages, nothing else. */
  static boolean ownPage(String address) {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    return path.startsWith("/")
        && !ambiguous(path)
        && address.chars().noneMatch(sign -> sign < ' ' || sign == '\\')
        && !path.startsWith("/api/")
        && !path.startsWith("/login")
        && !path.equals("/logged-out.xhtml");
  }
}
