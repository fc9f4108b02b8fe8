package jp.madoguchi.reception;

import jp.madoguchi.problem.Problem;

/**
 * Which applications a list shows.
 *
 * @param state only these, or null for all
 * @param residentId only this resident's, or null
 * @param page counted from 1
 */
public record ApplicationQuery(ApplicationState state, Long residentId, int page) {

  public static final int PAGE_SIZE = 50;

  private static final int LAST_PAGE = 1000;

  public ApplicationQuery {
    if (page < 1 || page > LAST_PAGE) {
      throw Problem.refused("form-incomplete", "page").asException();
    }
  }
}
