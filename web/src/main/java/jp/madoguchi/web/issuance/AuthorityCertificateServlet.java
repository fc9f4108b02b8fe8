package jp.madoguchi.web.issuance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.PublicAuthority;

/**
 * {@code GET /ca/{sign|auth}.cer}: the authority's certificate in DER, of the newest key or, with
 * {@code ?keyId=}, of the key with that subject key identifier in hexadecimal.
 */
@WebServlet("/ca/*")
public class AuthorityCertificateServlet extends HttpServlet {

  @Inject private transient PublicAuthority authority;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<byte[]> certificate =
        AuthorityPath.type(request.getPathInfo(), ".cer")
            .flatMap(type -> certificate(type, request.getParameter("keyId")));
    if (certificate.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/pkix-cert");
    response.setHeader("Cache-Control", "max-age=3600, public");
    response.setContentLength(certificate.get().length);
    response.getOutputStream().write(certificate.get());
  }

  private Optional<byte[]> certificate(CertificateType type, String keyId) {
    if (keyId == null) {
      return Optional.of(authority.certificate(type));
    }
    return AuthorityPath.isKeyId(keyId)
        ? authority.certificate(type, keyId.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
