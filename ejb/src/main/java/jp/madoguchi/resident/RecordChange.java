package jp.madoguchi.resident;

/** What can become different of a resident in the register, as far as certificates ask for it. */
public enum RecordChange {
  NAME,
  BIRTH_DATE,
  SEX,
  ADDRESS,
  /** 転出: to another municipality or abroad. */
  MOVED_AWAY,
  /** 死亡. */
  DECEASED,
  /** 廃止. */
  CARD_REVOKED,
  /** Another card is the good one from now on; whatever lies on the resident's others has ended. */
  CARD_REPLACED,
  /** 紛失. */
  CARD_LOST,
  /** 一時停止. */
  CARD_SUSPENDED,
  /** 一時停止の解除: found again. */
  CARD_GOOD_AGAIN,
  /** Anything else, and the four items where they were corrected as minor (軽微な修正). */
  OTHER
}
