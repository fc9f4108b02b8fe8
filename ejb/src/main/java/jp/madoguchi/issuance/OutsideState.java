package jp.madoguchi.issuance;

/** How far a certificate is that was asked for outside; committed before each message. */
public enum OutsideState {
  /** It is asked for; whether that arrived is not known before the answer. */
  ASKED,
  /** The authority works on it and is asked again. */
  WAITING,
  /** It came and is what was asked for; the confirmation is on its way. */
  OFFERED,
  /** It came and is not what was asked for; the rejection is on its way. */
  UNFIT,
  /** It is confirmed and among the certificates. */
  DONE,
  /** The authority did not give it, or gave another one than was asked for. */
  REFUSED,
  /** Nobody wants it any more, and it is in force nowhere. */
  WITHDRAWN;

  public boolean isOver() {
    return this == DONE || this == REFUSED || this == WITHDRAWN;
  }
}
