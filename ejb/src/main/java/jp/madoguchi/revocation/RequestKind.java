package jp.madoguchi.revocation;

import jp.madoguchi.issuance.RevocationReason;

/** Why a holder has certificates revoked. */
public enum RequestKind {
  /** 失効申請: they are not wanted any more. */
  NO_LONGER_WANTED(RevocationReason.CESSATION_OF_OPERATION),
  /** 秘密鍵漏えい等届: somebody else can or could use the key. */
  KEY_COMPROMISE(RevocationReason.KEY_COMPROMISE);

  private final RevocationReason reason;

  RequestKind(RevocationReason reason) {
    this.reason = reason;
  }

  /** What the list and the status answers say of those asked for. */
  public RevocationReason reason() {
    return reason;
  }
}
