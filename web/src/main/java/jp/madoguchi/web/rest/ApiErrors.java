package jp.madoguchi.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Problems that are found before or beside the resources, by filters and by the container. */
public final class ApiErrors {

  /** Where programs call, not people: problems are answered as problem+json there. */
  private static final List<String> PROGRAMS =
      List.of("/api", "/ocsp", "/crl", "/ca", "/health", "/metrics");

  private ApiErrors() {}

  /** Whether a path, from the context root, is one that programs call. */
  public static boolean forPrograms(String path) {
    return PROGRAMS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }

  public static void send(
      HttpServletRequest request, HttpServletResponse response, ProblemDocument document)
      throws IOException {
    Locale locale = CallerLanguage.of(request);
    byte[] body = document.json(locale).getBytes(StandardCharsets.UTF_8);
    response.setStatus(document.status());
    response.setContentType(ProblemDocument.TYPE);
    response.setHeader("Content-Language", locale.toLanguageTag());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
