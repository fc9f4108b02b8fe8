package jp.madoguchi.revocation;

import java.util.Optional;
import jp.madoguchi.issuance.RevocationReason;
import jp.madoguchi.resident.RecordChange;

/** How a lost card's time on hold ended. */
public enum LossEnding {
  /** 発見. */
  FOUND(CardLoss.State.RELEASED, RevocationReason.REMOVE_FROM_CRL),
  /** 見つからない. */
  NOT_FOUND(CardLoss.State.REVOKED, RevocationReason.CESSATION_OF_OPERATION),
  /** Not found, and somebody who knows the PIN may have it (秘密鍵の漏えい等). */
  KEY_COMPROMISE(CardLoss.State.REVOKED, RevocationReason.KEY_COMPROMISE),
  /** 死亡. */
  DECEASED(CardLoss.State.ENDED, RevocationReason.CESSATION_OF_OPERATION),
  /** 転出: nobody here can release it any more. */
  MOVED_AWAY(CardLoss.State.ENDED, RevocationReason.CESSATION_OF_OPERATION),
  /** カードの廃止. */
  CARD_REVOKED(CardLoss.State.ENDED, RevocationReason.CESSATION_OF_OPERATION),
  /** 新しいカード. */
  CARD_REPLACED(CardLoss.State.ENDED, RevocationReason.CESSATION_OF_OPERATION);

  private final CardLoss.State state;
  private final RevocationReason outcome;

  LossEnding(CardLoss.State state, RevocationReason outcome) {
    this.state = state;
    this.outcome = outcome;
  }

  CardLoss.State state() {
    return state;
  }

  /** What becomes of the certificates that are on hold. */
  public RevocationReason outcome() {
    return outcome;
  }

  /** By which change of the register it ends; empty: by none. */
  static Optional<LossEnding> by(RecordChange change) {
    return switch (change) {
      case DECEASED -> Optional.of(DECEASED);
      case MOVED_AWAY -> Optional.of(MOVED_AWAY);
      case CARD_REVOKED -> Optional.of(CARD_REVOKED);
      case CARD_REPLACED -> Optional.of(CARD_REPLACED);
      default -> Optional.empty();
    };
  }
}
