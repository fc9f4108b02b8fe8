package jp.madoguchi.cardwriting;

import jp.madoguchi.cardwriting.CustomerView.Face;

/** Where the setting of PINs stands, besides what stands in the way at the reader. */
public enum PinCourse implements ScreenState {
  /** A step of the case comes first. */
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
  /** The case was given up. */
  PINS_GIVEN_UP(Look.WAITS, Face.IDLE);

  private final Look look;
  private final Face face;

  PinCourse(Look look, Face face) {
    this.look = look;
    this.face = face;
  }

  @Override
  public String key() {
    return "pin.course." + ScreenState.kebab(name());
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
