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
import jp.madoguchi.issuance.RevocationList;

/**
 * {@code GET /crl/{sign|auth}.crl}: the newest list in DER, signed by the newest key or, with
 * {@code ?keyId=}, by the key of that subject key identifier.
 */
@WebServlet("/crl/*")
public class RevocationListServlet extends HttpServlet {

  @Inject private transient PublicAuthority authority;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RevocationList> list =
        AuthorityPath.type(request.getPathInfo(), ".crl")
            .flatMap(type -> list(type, request.getParameter("keyId")));
    if (list.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/pkix-crl");
    response.setDateHeader("Last-Modified", list.get().thisUpdate().toEpochMilli());
    response.setHeader("ETag", "\"" + list.get().number() + "\"");
    response.setHeader("Cache-Control", "no-cache");
    response.setContentLength(list.get().der().length);
    response.getOutputStream().write(list.get().der());
  }

  private Optional<RevocationList> list(CertificateType type, String keyId) {
    if (keyId == null) {
      return Optional.of(authority.revocationList(type));
    }
    return AuthorityPath.isKeyId(keyId)
        ? authority.revocationList(type, keyId.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
