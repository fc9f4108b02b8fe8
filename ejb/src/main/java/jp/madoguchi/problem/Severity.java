package jp.madoguchi.problem;

/** How serious a problem is for the person who reads it. */
public enum Severity {
  /** The act cannot be done as asked; nothing was stored. */
  REFUSED,
  /** Somebody or something changed meanwhile; look again and decide. */
  CONFLICT,
  /** A part of the system does not answer; the act can be repeated later. */
  UNAVAILABLE
}
