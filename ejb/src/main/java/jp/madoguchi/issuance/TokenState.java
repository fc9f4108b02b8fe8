package jp.madoguchi.issuance;

/** How the authorities' token stands. */
public enum TokenState {
  /** None is described in the settings. */
  NONE,
  /** The last use of it succeeded. */
  READY,
  /** It cannot be reached, or lacks a key. */
  AWAY,
  /** It did not take the PIN of the settings, which is not tried again. */
  PIN_REFUSED
}
