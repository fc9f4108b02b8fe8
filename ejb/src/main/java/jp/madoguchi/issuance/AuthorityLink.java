package jp.madoguchi.issuance;

/** Which of two generations signed the other's key (RFC 4210 4.4). */
public enum AuthorityLink {
  /** For whoever trusts the former key. */
  NEW_WITH_OLD,
  /** For whoever trusts the new key alone. */
  OLD_WITH_NEW
}
