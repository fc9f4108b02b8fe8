package jp.madoguchi.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.madoguchi.staff.Caller;
import jp.madoguchi.staff.ProgramLogins;

/**
 * Hears which terminal calls by the client certificate of its connection, which only the listener
 * for terminals asks for. The server lays it beside the request after it has asked who calls, so it
 * is asked again. A call that sends credentials besides is meant by those.
 */
public class CertificateFilter extends HttpFilter {

  /** The terminal that was heard, for the {@link CounterAuthentication}. */
  static final String CALLER = CertificateFilter.class.getName();

  private static final long serialVersionUID = 1;
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private final transient ProgramLogins programs;

  @Inject
  public CertificateFilter(ProgramLogins programs) {
    this.programs = programs;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Caller> terminal =
        request.getHeader("Authorization") == null ? terminal(request) : Optional.empty();
    if (terminal.isPresent()) {
      request.setAttribute(CALLER, terminal.get());
      request.authenticate(response);
    }
    chain.doFilter(request, response);
  }

  private Optional<Caller> terminal(HttpServletRequest request) {
    return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
        ? programs.verify(chain[0])
        : Optional.empty();
  }
}
