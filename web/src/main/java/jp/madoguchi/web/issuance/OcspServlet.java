package jp.madoguchi.web.issuance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import jp.madoguchi.calendar.OfficeClock;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.OcspAnswer;
import jp.madoguchi.issuance.OcspResponder;
import jp.madoguchi.issuance.PublicAuthority;

/** {@code GET|POST /ocsp/{sign|auth}} (RFC 6960 appendix A, RFC 5019 5 and 6). */
@WebServlet({"/ocsp/sign", "/ocsp/sign/*", "/ocsp/auth", "/ocsp/auth/*"})
public class OcspServlet extends HttpServlet {

  private static final System.Logger LOG = System.getLogger(OcspServlet.class.getName());
  private static final String REQUEST = "application/ocsp-request";
  private static final String RESPONSE = "application/ocsp-response";
  private static final int LARGEST = 16 * 1024;

  @Inject private transient PublicAuthority authority;
  @Inject private transient OfficeClock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String address = request.getRequestURI().substring(request.getContextPath().length());
    Optional<OcspPath> path = OcspPath.parse(address);
    if (path.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    OcspAnswer answer = answer(path.get().type(), path.get().request());
    answer
        .period()
        .ifPresentOrElse(period -> cache(answer, period, response), () -> keepNot(response));
    send(answer, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<CertificateType> type =
        AuthorityPath.type(request.getServletPath().substring("/ocsp".length()), "");
    if (type.isEmpty() || request.getPathInfo() != null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String contentType = request.getContentType();
    if (contentType == null || !contentType.split(";")[0].strip().equalsIgnoreCase(REQUEST)) {
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    keepNot(response);
    send(answer(type.get(), body), response);
  }

  /** A fault is an answer as well: relying parties then know that there is no status to have. */
  private OcspAnswer answer(CertificateType type, byte[] request) {
    try {
      return authority.status(type, request);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A status request could not be answered", e);
      return OcspResponder.fault();
    }
  }

  private void cache(OcspAnswer answer, OcspAnswer.Period period, HttpServletResponse response) {
    Instant now = clock.instant();
    long seconds = Math.max(0, Duration.between(now, period.to()).toSeconds());
    response.setDateHeader("Last-Modified", period.from().toEpochMilli());
    response.setDateHeader("Expires", period.to().toEpochMilli());
    response.setHeader("ETag", '"' + sha256(answer.der()) + '"');
    response.setHeader(
        "Cache-Control", "max-age=" + seconds + ", public, no-transform, must-revalidate");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keepNot(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
  }

  private static void send(OcspAnswer answer, HttpServletResponse response) throws IOException {
    response.setContentType(RESPONSE);
    response.setContentLength(answer.der().length);
    response.getOutputStream().write(answer.der());
  }
}
