package jp.madoguchi.resident;

import java.util.List;

/**
 * One page of a search.
 *
 * @param page which page, counted from 1
 * @param more whether another page follows
 */
public record ResidentPage(List<ResidentRecord> residents, int page, boolean more) {

  public ResidentPage {
    residents = List.copyOf(residents);
  }
}
