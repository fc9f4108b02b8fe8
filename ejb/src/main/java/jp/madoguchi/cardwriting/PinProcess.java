package jp.madoguchi.cardwriting;

/** The process of a PIN case, as the setting of its PINs needs it. */
public interface PinProcess {

  /** Whether the case waits for the PINs now, and the card is told nothing before. */
  boolean waitsForPins(String caseNumber);

  /** All PINs are there: the case goes on. Called in a transaction. */
  void pinsEntered(String caseNumber);

  /**
   * A PIN that was to be changed is locked; the process calls {@link PinSettings#turnToReset} in
   * the same transaction.
   */
  void locked(String caseNumber);

  /** Every PIN of the case is set. Called in the transaction that says so. */
  void allSet(String caseNumber);
}
