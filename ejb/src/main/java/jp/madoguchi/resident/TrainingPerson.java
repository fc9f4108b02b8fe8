package jp.madoguchi.resident;

import java.time.LocalDate;
import java.util.Locale;
import jp.madoguchi.resident.ResidentEntry.CardEntry;
import jp.madoguchi.resident.ResidentRecord.Status;

/**
 * A made-up resident of the training stage with a card, on the way to an entry of the register:
 * ordinary but for what is said.
 */
final class TrainingPerson {

  private static final int CODE_BASE = 1000;
  private static final int CODE_STEP = 37;

  private final int number;
  private final LocalDate today;

  private final String name;
  private final String kana;
  private final Sex sex;
  private LocalDate birthDate;
  private String address;
  private long household;
  private Status status = Status.RESIDENT;
  private LocalDate movedAwayOn;
  private LocalDate diedOn;
  private LocalDate stayUntil;
  private boolean adultWard;
  private CardKind cardKind = CardKind.MY_NUMBER;
  private CardState cardState = CardState.VALID;
  private LocalDate cardExpiresOn;

  /**
   * @param number from 1; card, address and household follow from it
   * @param today the day on which the residents are made up
   */
  TrainingPerson(int number, LocalDate today, String name, String kana, Sex sex) {
    this.number = number;
    this.today = today;
    this.name = name;
    this.kana = kana;
    this.sex = sex;
    this.address = "神奈川県厚木市架空町%d丁目%d番%d号".formatted(1 + number % 5, 1 + number / 5, number);
    this.household = 1000L + number;
    bornOn(today.minusYears(18 + number * 7L % 70).minusDays(1 + number * 13L % 360));
  }

  static CardSerial serial(int number) {
    return new CardSerial("KENSHU%09d".formatted(number));
  }

  /** The four-digit PIN of the 入力補助 application: the end of the serial number. */
  static String inputSupportPin(CardSerial serial) {
    return serial.value().substring(11);
  }

  /** The security code on the card's face. */
  static String securityCode(CardSerial serial) {
    int number = Integer.parseInt(serial.value().substring(6));
    return String.format(Locale.ROOT, "%04d", (CODE_BASE + CODE_STEP * number) % 10_000);
  }

  /** Born on that day; the card expires on the first birthday that is a year or more away. */
  TrainingPerson bornOn(LocalDate day) {
    birthDate = day;
    int age = today.getYear() - day.getYear();
    cardExpiresOn = day.plusYears(age + 2L + number % 7);
    return this;
  }

  TrainingPerson livesAt(String place) {
    address = place;
    return this;
  }

  TrainingPerson inHousehold(long shared, String place) {
    household = shared;
    address = place;
    return this;
  }

  TrainingPerson staysUntil(LocalDate day) {
    stayUntil = day;
    cardExpiresOn = day;
    return this;
  }

  TrainingPerson isAnAdultWard() {
    adultWard = true;
    return this;
  }

  TrainingPerson movedAwayOn(LocalDate day) {
    status = Status.MOVED_AWAY;
    movedAwayOn = day;
    return this;
  }

  TrainingPerson diedOn(LocalDate day) {
    status = Status.DECEASED;
    diedOn = day;
    cardState = CardState.REVOKED;
    return this;
  }

  TrainingPerson withCardUntil(LocalDate day) {
    cardExpiresOn = day;
    return this;
  }

  TrainingPerson withCard(CardKind kind, CardState state) {
    cardKind = kind;
    cardState = state;
    return this;
  }

  ResidentEntry entry() {
    return new ResidentEntry(
        "KENSHU-%03d".formatted(number),
        name,
        kana,
        birthDate,
        sex,
        "2439999",
        address,
        household,
        status,
        movedAwayOn,
        diedOn,
        stayUntil,
        adultWard,
        new CardEntry(serial(number), cardKind, cardExpiresOn, cardState));
  }
}
