package jp.madoguchi.resident;

/** What the register says of a card; that it has expired follows from its date alone. */
public enum CardState {
  /** 有効. */
  VALID,
  /** 一時停止: the holder has reported it missing, there or here, and may find it again. */
  SUSPENDED,
  /** 紛失. */
  LOST,
  /** 廃止: returned, replaced by a new one, or lapsed with the record. */
  REVOKED
}
