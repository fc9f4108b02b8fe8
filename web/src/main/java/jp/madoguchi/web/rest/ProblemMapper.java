package jp.madoguchi.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** Whatever a resource throws, as problem+json; a bug as a reference number. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof RedirectionException redirection) {
      return redirection.getResponse();
    }
    ProblemDocument document =
        ProblemOf.exception(thrown)
            .orElseGet(() -> Faults.document(request.getRequestURI(), thrown));
    Locale locale = CallerLanguage.of(request);
    ResponseBuilder response =
        Response.status(document.status())
            .type(ProblemDocument.TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
            .entity(document.json(locale));
    if (document.status() == 503) {
      response.header(HttpHeaders.RETRY_AFTER, 10);
    }
    return response.build();
  }
}
