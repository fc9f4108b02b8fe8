package jp.madoguchi.web.terminal;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** The applicant's screen of a terminal (申請者画面), at {@code /customer/<terminal>}. */
@WebServlet("/customer/*")
public class SecondScreenServlet extends HttpServlet {

  private static final Pattern TERMINAL = Pattern.compile("/[A-Za-z0-9._-]{1,64}");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = request.getPathInfo();
    if (path == null || !TERMINAL.matcher(path).matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    request.getRequestDispatcher("/customer.xhtml").forward(request, response);
  }
}
