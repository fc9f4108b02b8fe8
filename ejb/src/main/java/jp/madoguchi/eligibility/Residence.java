package jp.madoguchi.eligibility;

/** Whether the applicant is registered as a resident of this city (R-RESIDENT). */
public enum Residence {
  RESIDENT,
  MOVED_AWAY,
  DECEASED,
  /** The register knows nobody of this description. */
  NOT_REGISTERED
}
