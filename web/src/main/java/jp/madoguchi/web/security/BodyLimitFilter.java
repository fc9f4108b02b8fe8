package jp.madoguchi.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.web.rest.ApiErrors;
import jp.madoguchi.web.rest.ProblemDocument;

/** Refuses bodies larger than their address has any use for, before and while they are read. */
public class BodyLimitFilter extends HttpFilter {

  private static final long KILOBYTE = 1024;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Addresses.path(request);
    long limit = limit(path);
    boolean program = ApiErrors.forPrograms(path);
    if (request.getContentLengthLong() > limit) {
      if (program) {
        ApiErrors.send(
            request, response, ProblemDocument.of(413, "body-too-large", limit / KILOBYTE));
      } else {
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      }
    } else if (program) {
      chain.doFilter(new Limited(request, limit), response);
    } else if (request.getHeader("Transfer-Encoding") != null) {
      // Browsers tell the length of a form.
      response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The most bytes that an address takes. */
  static long limit(String path) {
    if (path.equals("/api/residents/import")) {
      return 512 * KILOBYTE * KILOBYTE;
    }
    if (path.equals("/api/residents/changes")) {
      return 16 * KILOBYTE * KILOBYTE;
    }
    return path.startsWith("/ocsp/") ? 64 * KILOBYTE : KILOBYTE * KILOBYTE;
  }

  private static final class Limited extends HttpServletRequestWrapper {

    private final long limit;
    private ServletInputStream body;

    Limited(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body == null) {
        body = new LimitedBody(super.getInputStream(), limit);
      }
      return body;
    }
  }

  private static final class LimitedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final long limit;
    private long left;

    LimitedBody(ServletInputStream body, long limit) {
      this.body = body;
      this.limit = limit;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int read = body.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = body.read(buffer, from, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw Problem.refused("body-too-large", limit / KILOBYTE).asException();
      }
    }

    @Override
    public int available() throws IOException {
      return body.available();
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }
}
