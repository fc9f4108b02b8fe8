package jp.madoguchi.staff;

/** A browser that stands at a counter. */
public record PairedDevice(Kind kind, String terminal) {

  /** What the browser is there for. */
  public enum Kind {
    /** A clerk's own browser. */
    WORKSTATION,
    /** The applicant's screen on the other side of the counter. */
    SECOND_SCREEN
  }
}
