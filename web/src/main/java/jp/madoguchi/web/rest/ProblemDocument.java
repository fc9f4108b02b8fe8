package jp.madoguchi.web.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.text.Texts;

/**
 * A problem for a program (RFC 9457), before it has a language.
 *
 * @param status the HTTP status
 * @param members further members; one called {@code title} or {@code detail} takes the text's place
 */
public record ProblemDocument(
    int status, String code, List<Object> arguments, Map<String, Object> members) {

  /** What a member cannot say otherwise. */
  private static final Set<String> FIXED = Set.of("code", "status");

  /** The media type. */
  public static final String TYPE = "application/problem+json";

  public static ProblemDocument of(int status, String code, Object... arguments) {
    return new ProblemDocument(status, code, List.of(arguments), Map.of());
  }

  public static ProblemDocument of(Problem problem, Map<String, Object> members) {
    return new ProblemDocument(status(problem), problem.code(), problem.arguments(), members);
  }

  public ProblemDocument with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new ProblemDocument(status, code, arguments, more);
  }

  public String json(Locale locale) {
    Object[] values = arguments.toArray();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("code", code);
    document.put("title", Texts.get(locale, "problem." + code + ".title", values));
    document.put("status", status);
    Texts.find(locale, "problem." + code + ".next", values)
        .ifPresent(next -> document.put("detail", next));
    members.forEach(
        (name, value) -> {
          if (!FIXED.contains(name)) {
            document.put(name, value);
          }
        });
    return Json.write(document);
  }

  private static int status(Problem problem) {
    return switch (problem.severity()) {
      case CONFLICT -> 409;
      case UNAVAILABLE -> 503;
      case REFUSED -> refused(problem.code());
    };
  }

  private static int refused(String code) {
    if (code.equals("body-too-large")) {
      return 413;
    }
    if (code.endsWith("-malformed") || code.endsWith("-unreadable")) {
      return 400;
    }
    return code.endsWith("not-found") ? 404 : 422;
  }
}
