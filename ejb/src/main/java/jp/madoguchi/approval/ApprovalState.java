package jp.madoguchi.approval;

/** How a request for an exception stands. */
public enum ApprovalState {
  /** 決裁待ち. */
  ASKED,
  /** 承認. */
  GRANTED,
  /** 不承認. */
  REFUSED,
  /** 求めを取り下げた. */
  WITHDRAWN
}
