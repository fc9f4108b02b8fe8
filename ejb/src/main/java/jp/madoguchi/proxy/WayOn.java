package jp.madoguchi.proxy;

/** How a case goes on after its reply was not accepted; that the applicant comes is open too. */
public enum WayOn {
  /** With the same letter, put right or completed by the applicant. */
  COME_AGAIN,
  /** A new letter is printed, and the old one's code is void. */
  NEW_LETTER
}
