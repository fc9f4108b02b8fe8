package jp.madoguchi.resident;

import java.time.LocalDate;

/**
 * A resident record (住民票), as far as the counter needs it.
 *
 * @param id our own number of the resident
 * @param name surname and given name with U+3000 between; Latin names have U+0020
 * @param kana the reading in full-width katakana; empty where none is registered
 * @param postalCode seven digits
 * @param address prefecture first, up to 200 characters
 * @param stayUntil last day of the period of stay (R-STAY), or null
 * @param householdId the same for everybody of one household (R-LEGAL-REP), or null
 * @param movedAwayOn the day of moving away, or null
 * @param diedOn the day of death, or null
 * @param registerNumber the register's own number (宛名番号)
 * @param version goes up with each change of the record
 */
public record ResidentRecord(
    long id,
    String name,
    String kana,
    LocalDate birthDate,
    Sex sex,
    String postalCode,
    String address,
    Status status,
    boolean adultWard,
    LocalDate stayUntil,
    Long householdId,
    LocalDate movedAwayOn,
    LocalDate diedOn,
    String registerNumber,
    long version) {

  /** Where the person stands towards this city (R-RESIDENT). */
  public enum Status {
    RESIDENT,
    MOVED_AWAY,
    DECEASED
  }

  public boolean sharesHouseholdWith(ResidentRecord other) {
    return householdId != null && householdId.equals(other.householdId);
  }

  /** What the card of this resident should say. */
  public BasicFourItems basicFourItems() {
    return new BasicFourItems(name, address, birthDate, sex);
  }

  /** The record's text must never end up in a log. */
  @Override
  public String toString() {
    return "ResidentRecord[id=" + id + "]";
  }
}
