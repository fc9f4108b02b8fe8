package jp.madoguchi.web.security;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.madoguchi.web.rest.ApiErrors;
import jp.madoguchi.web.rest.Faults;
import jp.madoguchi.web.rest.ProblemDocument;
import jp.madoguchi.web.rest.ProblemOf;

/** Where the container sends what went wrong: programs get problem+json, people a plain page. */
@WebServlet("/errors")
public class ErrorServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    String address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    int status =
        thrown == null
            ? (int) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
            : status(thrown);
    response.setStatus(status);
    if (ApiErrors.forPrograms(address.substring(request.getContextPath().length()))) {
      ApiErrors.send(request, response, document(status, thrown, address));
    } else {
      request.getRequestDispatcher(page(status, thrown)).forward(request, response);
    }
  }

  private static int status(Throwable thrown) {
    if (expired(thrown)) {
      return HttpServletResponse.SC_CONFLICT;
    }
    return ProblemOf.exception(thrown).map(ProblemDocument::status).orElse(500);
  }

  private static ProblemDocument document(int status, Throwable thrown, String address) {
    if (thrown != null) {
      return ProblemOf.exception(thrown)
          .orElseGet(
              () -> {
                String reference = Faults.note(address, thrown);
                return ProblemDocument.of(500, "fault", reference).with("reference", reference);
              });
    }
    return ProblemDocument.of(
        status,
        switch (status) {
          case 401 -> "login-required";
          case 403 -> "not-allowed";
          case 404 -> "not-found";
          case 405 -> "method-not-allowed";
          case 413 -> "body-too-large";
          case 415 -> "unsupported-media-type";
          default -> "request-refused";
        });
  }

  private static String page(int status, Throwable thrown) {
    if (expired(thrown)) {
      return "/error/expired.xhtml";
    }
    return switch (status) {
      case 401, 403 -> "/error/forbidden.xhtml";
      case 400, 404, 405 -> "/error/not-found.xhtml";
      case 409 -> "/error/changed.xhtml";
      case 429 -> "/error/busy.xhtml";
      default -> "/error/fault.xhtml";
    };
  }

  private static boolean expired(Throwable thrown) {
    for (Throwable next = thrown; next != null; next = next.getCause()) {
      if (next instanceof ViewExpiredException) {
        return true;
      }
    }
    return false;
  }
}
