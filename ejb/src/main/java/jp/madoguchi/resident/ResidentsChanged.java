package jp.madoguchi.resident;

import java.util.Set;

/**
 * Fired, in the transaction that changes them, when records of the register or cards of known
 * residents become others than they were.
 *
 * @param residents their ids
 */
public record ResidentsChanged(Set<Long> residents) {

  public ResidentsChanged {
    residents = Set.copyOf(residents);
  }
}
