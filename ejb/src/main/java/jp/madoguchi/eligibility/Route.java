package jp.madoguchi.eligibility;

/** Who stands at the counter. */
public enum Route {
  /** 本人: the applicant in person, same day (R-SELF-SAME-DAY). */
  SELF,
  /** 任意代理人: a proxy, two visits (R-PROXY-TWO-VISITS). */
  PROXY,
  /** 法定代理人: a legal representative, same day (R-LEGAL-REP). */
  LEGAL_REPRESENTATIVE
}
