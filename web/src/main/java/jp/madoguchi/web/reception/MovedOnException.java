package jp.madoguchi.web.reception;

import java.util.Map;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import jp.madoguchi.problem.ProblemMembers;

/** An act on a case that is not where the caller thinks, with where it is now. */
class MovedOnException extends BusinessException implements ProblemMembers {

  private final transient Map<String, Object> members;

  MovedOnException(Problem problem, Map<String, Object> members) {
    super(problem);
    this.members = members;
  }

  @Override
  public Map<String, Object> members() {
    return members;
  }
}
