package jp.madoguchi.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import jp.madoguchi.web.rest.ApiErrors;
import jp.madoguchi.web.rest.ProblemDocument;

/** Lets nobody use what is open to everybody so often that nothing is left for others. */
public class CallLimitFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final int TOO_MANY = 429;

  private final transient CallLimits limits;

  @Inject
  public CallLimitFilter(CallLimits limits) {
    this.limits = limits;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Addresses.path(request);
    OptionalLong wait =
        kind(request.getMethod(), path)
            .map(kind -> limits.tooMany(kind, request.getRemoteAddr()))
            .orElse(OptionalLong.empty());
    if (wait.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Retry-After", Long.toString(wait.getAsLong()));
    if (ApiErrors.forPrograms(path)) {
      ApiErrors.send(
          request, response, ProblemDocument.of(TOO_MANY, "too-many-requests", wait.getAsLong()));
    } else {
      response.sendError(TOO_MANY);
    }
  }

  private static Optional<CallLimits.Kind> kind(String method, String path) {
    if (path.equals("/login.xhtml")) {
      return method.equals("POST") ? Optional.of(CallLimits.Kind.LOGIN) : Optional.empty();
    }
    if (path.startsWith("/api/terminals/") && path.endsWith("/enrolment")) {
      return Optional.of(CallLimits.Kind.ENROLMENT);
    }
    if (path.equals("/api/guide") || path.equals("/guide") || path.startsWith("/guide/")) {
      return Optional.of(CallLimits.Kind.GUIDE);
    }
    if (path.startsWith("/api/calendar/") || path.equals("/api/openapi.json")) {
      return Optional.of(CallLimits.Kind.CALENDAR);
    }
    return path.startsWith("/ocsp/") || path.startsWith("/crl/") || path.startsWith("/ca/")
        ? Optional.of(CallLimits.Kind.STATUS)
        : Optional.empty();
  }
}
