package jp.madoguchi.cardwriting;

import java.util.EnumSet;
import java.util.Set;

/** How far the writing of one certificate is; committed before the card is sent what follows. */
public enum WritingState {
  /** Nothing of it is on the card. */
  PLANNED,
  /** The card was, or is about to be, asked to make the key. */
  KEY_REQUESTED,
  /** The key is on the card and proven, and the certificate is planned. */
  KEY_KNOWN,
  /** The certificate is signed; it may be on the card in part. */
  CERTIFICATE_ISSUED,
  /** The card has the whole certificate, not yet in use. */
  WRITTEN,
  /** The card was, or is about to be, told to take the new certificate into use. */
  ACTIVATION_SENT,
  /** The card uses the new certificate. */
  ACTIVE,
  /** Given up; what was issued for it is revoked. */
  CANCELLED;

  /** The states in which nothing more happens on the card. */
  public boolean isOver() {
    return this == ACTIVE || this == CANCELLED;
  }

  public boolean mayBecome(WritingState next) {
    return followers().contains(next);
  }

  /** What may come next; going back is what the card's own journal decides. */
  private Set<WritingState> followers() {
    return switch (this) {
      case PLANNED -> EnumSet.of(KEY_REQUESTED, CANCELLED);
      case KEY_REQUESTED -> EnumSet.of(KEY_KNOWN, PLANNED, CANCELLED);
      case KEY_KNOWN -> EnumSet.of(CERTIFICATE_ISSUED, PLANNED, CANCELLED);
      case CERTIFICATE_ISSUED -> EnumSet.of(WRITTEN, ACTIVATION_SENT, PLANNED, CANCELLED);
      case WRITTEN -> EnumSet.of(CERTIFICATE_ISSUED, ACTIVATION_SENT, PLANNED, CANCELLED);
      case ACTIVATION_SENT -> EnumSet.of(ACTIVE, CERTIFICATE_ISSUED, WRITTEN, PLANNED);
      case ACTIVE, CANCELLED -> EnumSet.noneOf(WritingState.class);
    };
  }
}
