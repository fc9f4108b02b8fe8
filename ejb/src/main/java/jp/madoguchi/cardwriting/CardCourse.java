package jp.madoguchi.cardwriting;

import jp.madoguchi.cardwriting.CustomerView.Face;

/** Where the writing of certificates, or the setting of PINs, stands that nothing hinders. */
public enum CardCourse implements ScreenState {
  /** A step of the case comes before the writing. */
  NOT_BEGUN(Look.WAITS, Face.CONFIRM),
  /** The card that was put on the reader is asked which one it is. */
  CARD_READING(Look.WORKS, Face.CONFIRM),
  /** The applicant's card lies on the reader, and the writing can begin. */
  CARD_RIGHT(Look.DONE, Face.CONFIRM),
  GOING_ON(Look.WORKS, Face.WRITING),
  /** The card, or the terminal, has not answered for a while. */
  CARD_SLOW(Look.WORKS, Face.WRITING),
  /** The authority was asked and has not answered for a while. */
  AUTHORITY_SLOW(Look.WORKS, Face.AUTHORITY_SLOW),
  DONE(Look.DONE, Face.DONE),
  /** The case was given up; nothing more is written. */
  GIVEN_UP(Look.WAITS, Face.IDLE),

  /** A step of the case comes before the setting of PINs. */
  PINS_NOT_BEGUN(Look.WAITS, Face.PIN_CONFIRM),
  /** The card is asked how many tries are left. */
  TRIES_ASKED(Look.WORKS, Face.PIN_CONFIRM),
  /** The PIN that the holder typed as the current one is not the card's. */
  CURRENT_WRONG(Look.WAITS, Face.PIN_CONFIRM),
  /** The card went away before it said whether the current PIN was right. */
  CURRENT_IN_DOUBT(Look.WAITS, Face.PIN_CONFIRM),
  PIN_GOING_ON(Look.WORKS, Face.PIN_SETTING),
  /** The card was taken away in the middle. */
  PIN_TORN(Look.STOPPED, Face.PIN_TORN),
  PINS_SET(Look.DONE, Face.PIN_DONE),
  /** The case was given up; no PIN is set any more. */
  PINS_GIVEN_UP(Look.WAITS, Face.IDLE);

  private final Look look;
  private final Face face;

  CardCourse(Look look, Face face) {
    this.look = look;
    this.face = face;
  }

  @Override
  public String key() {
    return "card.course." + ScreenState.kebab(name());
  }

  @Override
  public Look look() {
    return look;
  }

  @Override
  public Face face() {
    return face;
  }
}
