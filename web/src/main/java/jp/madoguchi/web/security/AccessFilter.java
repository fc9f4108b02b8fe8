package jp.madoguchi.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import jp.madoguchi.web.rest.ApiErrors;
import jp.madoguchi.web.rest.ProblemDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door: asks {@link AccessRules} and sends away whoever may not enter. */
public class AccessFilter extends HttpFilter {

  private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Addresses.path(request);
    boolean program = ApiErrors.forPrograms(path);
    if (!path.startsWith("/ocsp/")
        && (Addresses.ambiguous(request.getRequestURI())
            || Addresses.hasNullCharacter(request.getQueryString()))) {
      refuse(request, response, program, 400, "address-malformed");
      return;
    }
    switch (AccessRules.decide(
        request.getMethod(), path, request.getUserPrincipal() != null, request::isUserInRole)) {
      case OPEN -> chain.doFilter(request, response);
      case LOGIN -> login(request, response, program);
      case FORBIDDEN -> forbid(request, response, program);
      case UNKNOWN -> {
        LOG.info("No line of the access rules names {} {}", request.getMethod(), path);
        refuse(request, response, program, 404, "not-found");
      }
    }
  }

  /** Whoever has to choose a password is led there, whatever else they asked for. */
  private static void forbid(
      HttpServletRequest request, HttpServletResponse response, boolean program)
      throws IOException {
    if (!request.isUserInRole("PASSWORD_DUE")) {
      refuse(request, response, program, 403, "not-allowed");
    } else if (program) {
      refuse(request, response, true, 403, "password-due");
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getContextPath() + "/password.xhtml");
    }
  }

  private static void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      boolean program,
      int status,
      String code)
      throws IOException {
    if (program) {
      ApiErrors.send(request, response, ProblemDocument.of(status, code));
    } else {
      response.sendError(status);
    }
  }

  private static void login(
      HttpServletRequest request, HttpServletResponse response, boolean program)
      throws IOException {
    if (program) {
      if (request.getHeader(ForgeryFilter.HEADER) == null) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"madoguchi\", charset=\"UTF-8\"");
      }
      ApiErrors.send(request, response, ProblemDocument.of(401, "login-required"));
    } else if (SecondScreen.path(Addresses.path(request))) {
      response.sendError(403);
    } else {
      toLogin(request, response);
    }
  }

  private static void toLogin(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean asks = request.getMethod().equals("GET");
    String query = asks && request.getQueryString() != null ? "?" + request.getQueryString() : "";
    String from = Addresses.path(request) + query;
    String login =
        request.getContextPath()
            + "/login.xhtml?from="
            + URLEncoder.encode(from, StandardCharsets.UTF_8);
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml;charset=UTF-8");
      response
          .getWriter()
          .print(
              "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                  + login.replace("&", "&amp;")
                  + "\"/></partial-response>");
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", login);
    }
  }
}
