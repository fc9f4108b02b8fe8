package jp.madoguchi.cardwriting;

import jp.madoguchi.cardwriting.CustomerView.Face;

/** Where a writing stands that nothing hinders. */
public enum WritingCourse implements ScreenState {
  /** A step of the case comes first. */
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
  GIVEN_UP(Look.WAITS, Face.IDLE);

  private final Look look;
  private final Face face;

  WritingCourse(Look look, Face face) {
    this.look = look;
    this.face = face;
  }

  @Override
  public String key() {
    return "writing.course." + ScreenState.kebab(name());
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
