package jp.madoguchi.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.madoguchi.staff.DevicePairing;
import jp.madoguchi.staff.PairedDevices;
import jp.madoguchi.staff.PairedDevices.Paired;

/**
 * The link that a clerk opens once on the applicant's screen; from then on it knows its counter.
 */
@WebServlet("/customer/pair")
public class PairingServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Inject private transient PairedDevices devices;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Paired> paired =
        Optional.ofNullable(request.getParameter("code")).flatMap(devices::redeem);
    if (paired.isEmpty()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.addCookie(
        Cookies.secret(request, Cookies.SECOND_SCREEN, paired.get().secret(), DevicePairing.STAYS));
    response.sendRedirect(request.getContextPath() + "/customer/" + paired.get().terminal());
  }
}
