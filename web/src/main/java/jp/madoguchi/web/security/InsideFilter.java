package jp.madoguchi.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.web.rest.ApiErrors;
import jp.madoguchi.web.rest.ProblemDocument;

/**
 * Health and figures are for those who watch over the server: in the training stage for everybody,
 * elsewhere for the addresses of the setting {@code monitoring.from} alone, and never through a
 * proxy. For all others they are not there.
 */
public class InsideFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final String LOOPBACK = "127.0.0.0/8, ::1";
  private static final List<String> FORWARDED = List.of("X-Forwarded-For", "Forwarded", "Via");

  private final transient List<AddressRange> inside;
  private final boolean training;

  @Inject
  public InsideFilter(Settings settings) {
    training = settings.training();
    inside = AddressRange.list(settings.text("monitoring.from", LOOPBACK));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (training || isInside(request)) {
      chain.doFilter(request, response);
    } else {
      ApiErrors.send(request, response, ProblemDocument.of(404, "not-found"));
    }
  }

  private boolean isInside(HttpServletRequest request) {
    InetAddress caller = AddressRange.address(request.getRemoteAddr());
    return FORWARDED.stream().allMatch(header -> request.getHeader(header) == null)
        && inside.stream().anyMatch(range -> range.contains(caller));
  }
}
