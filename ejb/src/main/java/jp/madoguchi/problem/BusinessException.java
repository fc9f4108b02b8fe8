package jp.madoguchi.problem;

import jakarta.ejb.ApplicationException;

/**
 * A broken precondition: the act is rolled back and the {@link Problem} is shown to whoever asked.
 *
 * <p>An expected outcome is a value, not this exception; a bug is any other exception.
 */
@ApplicationException(rollback = true)
public class BusinessException extends RuntimeException {

  private final transient Problem problem;

  public BusinessException(Problem problem) {
    super(problem.code() + " " + problem.arguments());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
