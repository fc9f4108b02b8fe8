package jp.madoguchi.problem;

import java.util.List;
import java.util.Objects;

/**
 * What went against an act, in a form that is rendered once for each border (problem+json, page,
 * BPMN error).
 *
 * <p>The texts are found in the bundle {@code messages} under {@code problem.<code>.title} (what is
 * wrong) and {@code problem.<code>.next} (what to do), with {@code arguments} filled in.
 *
 * @param code a rule such as {@code R-AGE}, or a stable word in kebab case such as {@code
 *     step-not-due}
 * @param severity how serious it is
 * @param arguments the values for the message's placeholders, in order; no secrets
 */
public record Problem(String code, Severity severity, List<Object> arguments) {

  public Problem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(severity, "severity");
    arguments = List.copyOf(arguments);
  }

  public static Problem refused(String code, Object... arguments) {
    return new Problem(code, Severity.REFUSED, List.of(arguments));
  }

  public static Problem conflict(String code, Object... arguments) {
    return new Problem(code, Severity.CONFLICT, List.of(arguments));
  }

  public static Problem unavailable(String code, Object... arguments) {
    return new Problem(code, Severity.UNAVAILABLE, List.of(arguments));
  }

  /** Makes this problem the end of the running act, which rolls back. */
  public BusinessException asException() {
    return new BusinessException(this);
  }
}
