package jp.madoguchi.web.asset;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves what a page names below the name of its content, to be kept a year and not asked about
 * again. A page that stood open while the server was updated names an older content: it gets
 * today's, and keeps nothing.
 */
public class AssetFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final Pattern NAMED = Pattern.compile(Assets.PLACE + "([0-9a-f]{16})(/.+)");

  @Inject private transient Assets assets;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Matcher named = NAMED.matcher(request.getServletPath());
    if (!named.matches()) {
      chain.doFilter(request, response);
      return;
    }
    if (assets.isCurrent(named.group(1))) {
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    }
    request.getRequestDispatcher("/assets" + named.group(2)).forward(request, response);
  }
}
