package jp.madoguchi.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;

/** Tells the browser what a page of the counter never does. */
public class HeadersFilter extends HttpFilter {

  /** The request attribute with the nonce for a page's own scripts. */
  public static final String NONCE = "cspNonce";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String nonce = nonce();
    request.setAttribute(NONCE, nonce);
    response.setHeader("Content-Security-Policy", policy(nonce));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    // Not no-referrer: browsers would then send forms with "Origin: null".
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), serial=(), usb=()");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", caching(Addresses.path(request)));
    if (request.isSecure()) {
      response.setHeader(
          "Strict-Transport-Security", "max-age=" + ONE_YEAR_SECONDS + "; includeSubDomains");
    }
    chain.doFilter(request, response);
  }

  private static String policy(String nonce) {
    return "default-src 'none'; script-src 'self' 'nonce-"
        + nonce
        + "'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
        + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  }

  /** Pages show residents and are kept nowhere; what is the same for all is asked about again. */
  private static String caching(String path) {
    return path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource/")
        ? "public, no-cache"
        : "no-store";
  }

  private static String nonce() {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }
}
