package jp.madoguchi.web.issuance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.issuance.AuthorityLink;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.issuance.PublicAuthority;

/**
 * {@code GET /ca/{sign|auth}.cer}: the authority's certificate in DER, of the newest key or, with
 * {@code ?keyId=}, of the key with that subject key identifier in hexadecimal; with {@code
 * &link=new-with-old} or {@code old-with-new} as well, the link between it and the key before it.
 */
@WebServlet("/ca/*")
public class AuthorityCertificateServlet extends HttpServlet {

  private static final Map<String, AuthorityLink> LINKS =
      Map.of(
          "new-with-old", AuthorityLink.NEW_WITH_OLD,
          "old-with-new", AuthorityLink.OLD_WITH_NEW);

  @Inject private transient PublicAuthority authority;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<byte[]> certificate =
        AuthorityPath.type(request.getPathInfo(), ".cer")
            .flatMap(
                type ->
                    certificate(type, request.getParameter("keyId"), request.getParameter("link")));
    if (certificate.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/pkix-cert");
    response.setHeader("Cache-Control", "max-age=3600, public");
    response.setContentLength(certificate.get().length);
    response.getOutputStream().write(certificate.get());
  }

  private Optional<byte[]> certificate(CertificateType type, String keyId, String link) {
    if (keyId == null) {
      return link == null ? Optional.of(authority.certificate(type)) : Optional.empty();
    }
    if (!AuthorityPath.isKeyId(keyId)) {
      return Optional.empty();
    }
    String id = keyId.toLowerCase(Locale.ROOT);
    return link == null
        ? authority.certificate(type, id)
        : Optional.ofNullable(LINKS.get(link)).flatMap(one -> authority.link(type, id, one));
  }
}
