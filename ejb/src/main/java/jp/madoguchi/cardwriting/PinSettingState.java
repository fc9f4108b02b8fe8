package jp.madoguchi.cardwriting;

import java.util.EnumSet;
import java.util.Set;

/** How far a PIN's setting is; committed before the card is sent what follows. */
public enum PinSettingState {
  /** Nothing is set before the case says so; the card may be asked for the tries that are left. */
  AWAITED,
  /** Papers and PINs are there: the card may be told. */
  READY,
  /** The card was, or is about to be, told the PIN that it should have now. */
  CURRENT_SENT,
  /** The card has found it right; the new one may be set, as often as it takes. */
  CURRENT_PROVEN,
  /** The card was, or is about to be, told the new PIN: it has this one or the one before. */
  NEW_SENT,
  /** The card has the new PIN, with all its tries. */
  SET,
  /** Not set; what was sent last may have reached the card. */
  GIVEN_UP;

  /** The states in which nothing more happens on the card. */
  public boolean isOver() {
    return this == SET || this == GIVEN_UP;
  }

  /** Nobody has to prove anything any more before the new PIN is set. */
  boolean mayBeSet() {
    return this == CURRENT_PROVEN || this == NEW_SENT;
  }

  public boolean mayBecome(PinSettingState next) {
    return followers().contains(next);
  }

  private Set<PinSettingState> followers() {
    return switch (this) {
      case AWAITED -> EnumSet.of(READY, GIVEN_UP);
      case READY -> EnumSet.of(CURRENT_SENT, NEW_SENT, AWAITED, GIVEN_UP);
      case CURRENT_SENT -> EnumSet.of(CURRENT_PROVEN, READY, AWAITED, GIVEN_UP);
      case CURRENT_PROVEN -> EnumSet.of(NEW_SENT, GIVEN_UP);
      case NEW_SENT -> EnumSet.of(SET, GIVEN_UP);
      case SET, GIVEN_UP -> EnumSet.noneOf(PinSettingState.class);
    };
  }
}
