package jp.madoguchi.web.installation;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.madoguchi.installation.Installation;
import jp.madoguchi.issuance.AuthorityState;

/**
 * {@code /health/live}: the server answers; {@code /health/ready}: everything has started, and
 * which authority issues, and whether it does.
 */
@WebServlet(urlPatterns = {"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {

  @Inject private transient Installation installation;
  @Inject private transient AuthorityState authority;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean up = request.getServletPath().endsWith("live") || installation.ready();
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.getWriter().write(answer(up, request.getServletPath().endsWith("live")));
  }

  /** Intake goes on without the authority (R-SYSTEM-HOURS): it is told, and takes nobody away. */
  private String answer(boolean up, boolean live) {
    String status = "{\"status\":\"" + (up ? "UP" : "DOWN") + "\"";
    if (live || !up) {
      return status + "}";
    }
    AuthorityState.Now now = authority.now();
    return status
        + ",\"authority\":{\"adapter\":\"%s\",\"state\":\"%s\"}}"
            .formatted(now.adapter().word(), now.word());
  }
}
