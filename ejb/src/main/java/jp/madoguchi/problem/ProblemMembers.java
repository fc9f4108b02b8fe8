package jp.madoguchi.problem;

import java.util.Map;

/**
 * An exception that says more than its problem: each member stands beside {@code code} and {@code
 * title} in problem+json, such as {@code findings} or the steps that are due.
 */
public interface ProblemMembers {

  Map<String, Object> members();
}
