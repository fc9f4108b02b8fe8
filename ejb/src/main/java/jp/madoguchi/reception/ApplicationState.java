package jp.madoguchi.reception;

/** How a case stands as a whole; at which step an open one is, the process says. */
public enum ApplicationState {
  /** 処理中. */
  OPEN,
  /** 交付済み. */
  ISSUED,
  /** 取下げ. */
  WITHDRAWN,
  /** 発行せず: it no longer held when it was judged again. */
  REFUSED,
  /** 期限切れ: nobody came back with the reply in time (R-REPLY-DUE). */
  LAPSED
}
