package jp.madoguchi.web.issuance;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses what {@link OcspHandler} does not take for a request for status. */
@WebServlet({"/ocsp/sign", "/ocsp/sign/*", "/ocsp/auth", "/ocsp/auth/*"})
public class OcspServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getPathInfo() != null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (request.getContentLengthLong() > OcspHandler.LARGEST) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
    }
  }
}
