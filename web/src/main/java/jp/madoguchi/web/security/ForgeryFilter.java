package jp.madoguchi.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import jp.madoguchi.web.rest.ApiErrors;
import jp.madoguchi.web.rest.ProblemDocument;

/**
 * Refuses acts that a foreign page sends through somebody's browser. Pages are protected by their
 * view state and by where the form stands; the API by a header that a foreign page cannot set. The
 * session cookie is SameSite=Strict besides. The public guide keeps nothing and changes nothing, so
 * its form has no state; what did not come from it is answered with the guide itself.
 */
public class ForgeryFilter extends HttpFilter {

  /** The header that our own pages send with each call of the API. */
  public static final String HEADER = "X-Madoguchi";

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> PUBLIC_PROGRAMS = Set.of("/ocsp/", "/crl/", "/ca/", "/health/");
  private static final String VIEW_STATE = "jakarta.faces.ViewState";
  private static final Pattern STATE = Pattern.compile("-?[0-9]{1,20}:-?[0-9]{1,20}");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Addresses.path(request);
    if (reads(request) || PUBLIC_PROGRAMS.stream().anyMatch(path::startsWith)) {
      chain.doFilter(request, response);
    } else if (ApiErrors.forPrograms(path)) {
      if (programMay(request)) {
        chain.doFilter(request, response);
      } else {
        ApiErrors.send(request, response, ProblemDocument.of(403, "forged"));
      }
    } else if (path.equals("/guide") || path.startsWith("/guide/")) {
      if (sameOrigin(request) && stateless(request.getParameterValues(VIEW_STATE))) {
        chain.doFilter(request, response);
      } else {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
      }
    } else if (!sameOrigin(request) || !wellFormed(request.getParameterValues(VIEW_STATE))) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (path.equals("/login.xhtml") && request.getSession(false) == null) {
      // The login page lay open until its session was over: it is shown anew.
      response.sendRedirect(request.getContextPath() + "/login.xhtml");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** An address that carries a form's state would be taken for the form by Faces. */
  private static boolean reads(HttpServletRequest request) {
    return READS.contains(request.getMethod()) && request.getParameterValues(VIEW_STATE) == null;
  }

  private static boolean programMay(HttpServletRequest request) {
    if (request.getHeader("Authorization") != null
        || request.getAttribute(CertificateFilter.CALLER) != null
        || request.getUserPrincipal() == null) {
      return request.getHeader("Origin") == null || sameOrigin(request);
    }
    return request.getHeader(HEADER) != null && sameOrigin(request);
  }

  /**
   * A state that no page of ours ever had is forged; an old one is told by the page's own error.
   */
  private static boolean wellFormed(String[] states) {
    return states != null && states.length == 1 && STATE.matcher(states[0]).matches();
  }

  private static boolean stateless(String[] states) {
    return states != null && states.length == 1 && states[0].equals("stateless");
  }

  private static boolean sameOrigin(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return authority(origin).equals(host(request));
    }
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String referer = request.getHeader("Referer");
    return referer != null && authority(referer).equals(host(request));
  }

  private static String host(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  private static String authority(String address) {
    try {
      String authority = URI.create(address).getRawAuthority();
      return authority == null ? "?" : authority.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException malformed) {
      return "?";
    }
  }
}
