package jp.madoguchi.proxy;

/** By what somebody may act for the applicant. */
public enum ProxyKind {
  /** 任意代理人: by the applicant's power of attorney. */
  APPOINTED,
  /** 法定代理人: by the law, as a parent or a guardian (R-LEGAL-REP). */
  LEGAL
}
