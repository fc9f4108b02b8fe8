package jp.madoguchi.web.issuance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.issuance.ListScope;
import jp.madoguchi.issuance.PublicAuthority;
import jp.madoguchi.issuance.RevocationList;

/**
 * {@code GET /crl/{sign|auth}.crl}: the newest full list in DER, {@code /crl/sign-3.crl} that of a
 * partition, signed by the newest key or, with {@code ?keyId=}, by the key of that subject key
 * identifier.
 */
@WebServlet("/crl/*")
public class RevocationListServlet extends HttpServlet {

  @Inject private transient PublicAuthority authority;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RevocationList> list =
        AuthorityPath.list(request.getPathInfo())
            .flatMap(scope -> list(scope, request.getParameter("keyId")));
    if (list.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String tag = '"' + list.get().id() + '"';
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "no-cache");
    response.setDateHeader("Last-Modified", list.get().thisUpdate().toEpochMilli());
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("application/pkix-crl");
    response.setContentLengthLong(list.get().size());
    if (!request.getMethod().equals("HEAD")) {
      send(list.get(), response.getOutputStream());
    }
  }

  private void send(RevocationList list, OutputStream out) throws IOException {
    long sent = 0;
    for (int position = 0; sent < list.size(); position++) {
      byte[] part =
          authority
              .part(list, position)
              .orElseThrow(() -> new IOException("Replaced long ago: " + list.id()));
      out.write(part);
      sent += part.length;
    }
  }

  private Optional<RevocationList> list(ListScope scope, String keyId) {
    if (keyId == null) {
      return authority.revocationList(scope);
    }
    return AuthorityPath.isKeyId(keyId)
        ? authority.revocationList(scope, keyId.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
