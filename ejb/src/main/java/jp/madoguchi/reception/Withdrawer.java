package jp.madoguchi.reception;

/** Whose wish it is that an application is withdrawn. */
public enum Withdrawer {
  APPLICANT,
  /** The proxy or legal representative who acts in the case. */
  REPRESENTATIVE,
  /** The office itself, for instance when nobody can be reached any more. */
  OFFICE
}
