package jp.madoguchi.resident;

import java.time.LocalDate;

/**
 * What is entered into the register for one resident: checked values, the card null where there is
 * none.
 */
public record ResidentEntry(
    String registerNumber,
    String name,
    String kana,
    LocalDate birthDate,
    Sex sex,
    String postalCode,
    String address,
    Long householdId,
    ResidentRecord.Status status,
    LocalDate movedAwayOn,
    LocalDate diedOn,
    LocalDate stayUntil,
    boolean adultWard,
    CardEntry card) {

  /** A card that is entered with its holder. */
  public record CardEntry(CardSerial serial, CardKind kind, LocalDate expiresOn, CardState state) {

    /** Whether it is the one good card a resident can have. */
    public boolean isTheGoodOne() {
      return kind == CardKind.MY_NUMBER && state == CardState.VALID;
    }

    public CardEntry in(CardState newState) {
      return new CardEntry(serial, kind, expiresOn, newState);
    }
  }

  public ResidentEntry with(CardEntry newCard) {
    return new ResidentEntry(
        registerNumber,
        name,
        kana,
        birthDate,
        sex,
        postalCode,
        address,
        householdId,
        status,
        movedAwayOn,
        diedOn,
        stayUntil,
        adultWard,
        newCard);
  }

  /** Personal data must never end up in a log. */
  @Override
  public String toString() {
    return "ResidentEntry[" + registerNumber + "]";
  }
}
