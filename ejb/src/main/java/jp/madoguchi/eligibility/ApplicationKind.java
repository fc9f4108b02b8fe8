package jp.madoguchi.eligibility;

/** What the applicant asks for. */
public enum ApplicationKind {
  /** 新規発行. */
  NEW,
  /** 更新. */
  RENEWAL,
  /** 再発行. */
  REISSUANCE
}
