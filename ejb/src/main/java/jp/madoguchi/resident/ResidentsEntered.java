package jp.madoguchi.resident;

import java.util.Set;

/**
 * Fired, in the transaction that enters them, when the register has residents whom it did not know.
 *
 * @param registerNumbers the register's own numbers (宛名番号)
 */
public record ResidentsEntered(Set<String> registerNumbers) {

  public ResidentsEntered {
    registerNumbers = Set.copyOf(registerNumbers);
  }
}
