package jp.madoguchi.issuance.cmp;

/**
 * An answer, and the nonce that the next message of the transaction gives back.
 *
 * @param peerNonce null where there was none
 */
public record CmpReply(CmpAnswer answer, byte[] peerNonce) {

  static CmpReply silent(String why) {
    return new CmpReply(new CmpAnswer.Silent(why), null);
  }
}
