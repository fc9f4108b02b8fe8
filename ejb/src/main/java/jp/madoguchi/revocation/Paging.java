package jp.madoguchi.revocation;

import jp.madoguchi.problem.Problem;

/** Pages of a list, a hundred rows at most. */
final class Paging {

  private static final int MOST = 100;

  private Paging() {}

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}
   */
  static int from(int page, int size) {
    if (page < 1 || size < 1) {
      throw Problem.refused("form-incomplete", "page").asException();
    }
    return Math.multiplyExact(Math.min(page - 1, Integer.MAX_VALUE / MOST), size(size));
  }

  static int size(int size) {
    return Math.min(size, MOST);
  }
}
