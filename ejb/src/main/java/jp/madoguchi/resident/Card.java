package jp.madoguchi.resident;

import java.time.LocalDate;

/**
 * A card as the register knows it.
 *
 * @param expiresOn the last day on which it is good
 */
public record Card(
    CardSerial serial, long residentId, CardKind kind, LocalDate expiresOn, CardState state) {

  /** Whether the card can carry a certificate on that day (R-CARD-ONLY). */
  public boolean goodOn(LocalDate day) {
    return kind == CardKind.MY_NUMBER && state == CardState.VALID && !expiredOn(day);
  }

  public boolean expiredOn(LocalDate day) {
    return day.isAfter(expiresOn);
  }
}
