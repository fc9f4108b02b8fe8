package jp.madoguchi.resident;

import static jp.madoguchi.resident.ResidentColumn.ADDRESS;
import static jp.madoguchi.resident.ResidentColumn.ADULT_WARD;
import static jp.madoguchi.resident.ResidentColumn.BIRTH_DATE;
import static jp.madoguchi.resident.ResidentColumn.CARD_EXPIRES_ON;
import static jp.madoguchi.resident.ResidentColumn.CARD_KIND;
import static jp.madoguchi.resident.ResidentColumn.CARD_SERIAL;
import static jp.madoguchi.resident.ResidentColumn.CARD_STATE;
import static jp.madoguchi.resident.ResidentColumn.DIED_ON;
import static jp.madoguchi.resident.ResidentColumn.HOUSEHOLD_NUMBER;
import static jp.madoguchi.resident.ResidentColumn.KANA;
import static jp.madoguchi.resident.ResidentColumn.MOVED_AWAY_ON;
import static jp.madoguchi.resident.ResidentColumn.NAME;
import static jp.madoguchi.resident.ResidentColumn.POSTAL_CODE;
import static jp.madoguchi.resident.ResidentColumn.REGISTER_NUMBER;
import static jp.madoguchi.resident.ResidentColumn.SEX;
import static jp.madoguchi.resident.ResidentColumn.STATUS;
import static jp.madoguchi.resident.ResidentColumn.STAY_UNTIL;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.resident.LineRefusal.Reason;
import jp.madoguchi.resident.ResidentEntry.CardEntry;
import jp.madoguchi.resident.ResidentRecord.Status;

/** Turns the values of a line into an entry for the register, or into every reason against it. */
final class EntryReader {

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{1,20}");
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー・\u3000]*");
  private static final Pattern POSTAL = Pattern.compile("[0-9]{7}");
  private static final Pattern HOUSEHOLD = Pattern.compile("0*[1-9][0-9]{0,14}");
  private static final Pattern PREFECTURE =
      Pattern.compile(
          "^(北海道|東京都|京都府|大阪府|(青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野"
              + "|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分"
              + "|宮崎|鹿児島|沖縄)県).*");
  private static final LocalDate FIRST_BIRTH_DATE = Wareki.FIRST;
  private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);

  /** What the certificate has room for, a variation selector counted with its base. */
  private static final int LONGEST_ADDRESS = 200;

  private static final Map<String, Sex> SEXES =
      Map.of("1", Sex.MALE, "2", Sex.FEMALE, "3", Sex.UNKNOWN, "男", Sex.MALE, "女", Sex.FEMALE);
  private static final Map<String, Status> STATUSES =
      Map.of(
          "RESIDENT", Status.RESIDENT,
          "MOVED_AWAY", Status.MOVED_AWAY,
          "DECEASED", Status.DECEASED,
          "住民", Status.RESIDENT,
          "転出", Status.MOVED_AWAY,
          "死亡", Status.DECEASED);
  private static final Map<String, Boolean> YES_OR_NO =
      Map.of("", false, "0", false, "1", true, "FALSE", false, "TRUE", true);
  private static final Map<String, CardKind> KINDS =
      Map.of(
          "MY_NUMBER", CardKind.MY_NUMBER,
          "JUKI", CardKind.JUKI,
          "マイナンバーカード", CardKind.MY_NUMBER,
          "個人番号カード", CardKind.MY_NUMBER,
          "住民基本台帳カード", CardKind.JUKI);
  private static final Map<String, CardState> STATES =
      Map.of(
          "VALID", CardState.VALID,
          "SUSPENDED", CardState.SUSPENDED,
          "LOST", CardState.LOST,
          "REVOKED", CardState.REVOKED,
          "有効", CardState.VALID,
          "一時停止", CardState.SUSPENDED,
          "紛失", CardState.LOST,
          "廃止", CardState.REVOKED);

  private final LocalDate today;

  /**
   * @param today the last day on which somebody can have been born, died or moved
   */
  EntryReader(LocalDate today) {
    this.today = today;
  }

  /**
   * @param values one for each {@link ResidentColumn}, in the order of the columns
   */
  ImportLine read(long line, String[] values) {
    LineValues v = new LineValues(line, values);
    Status status = v.choice(STATUS, STATUSES);
    LocalDate birthDate = v.required(BIRTH_DATE, v.date(BIRTH_DATE, FIRST_BIRTH_DATE, today));
    ResidentEntry entry =
        new ResidentEntry(
            v.form(REGISTER_NUMBER, SearchKey.narrow(v.text(REGISTER_NUMBER)), NUMBER),
            name(v),
            v.form(KANA, SearchKey.written(v.text(KANA)), KATAKANA),
            birthDate,
            v.choice(SEX, SEXES),
            v.form(POSTAL_CODE, v.narrow(POSTAL_CODE).replace("-", ""), POSTAL),
            address(v),
            household(v),
            status,
            v.date(MOVED_AWAY_ON, birthDate, today),
            v.date(DIED_ON, birthDate, today),
            v.date(STAY_UNTIL, birthDate, LAST_DATE),
            Boolean.TRUE.equals(v.choice(ADULT_WARD, YES_OR_NO)),
            card(v));
    v.refuseIf(
        status == Status.MOVED_AWAY && v.blank(MOVED_AWAY_ON), MOVED_AWAY_ON, Reason.CONTRADICTION);
    v.refuseIf(
        status != null && (status == Status.DECEASED) == v.blank(DIED_ON),
        DIED_ON,
        Reason.CONTRADICTION);
    List<LineRefusal> refusals = v.refusals();
    return refusals.isEmpty() ? new ImportLine.Good(line, entry) : new ImportLine.Refused(refusals);
  }

  private static String name(LineValues v) {
    String text = v.text(NAME).strip();
    boolean latin = text.chars().allMatch(c -> c >= ' ' && c <= '~');
    v.refuseIf(text.isEmpty(), NAME, Reason.MISSING);
    return text.replaceAll("[\\h\u3000]+", latin ? " " : "\u3000");
  }

  private static String address(LineValues v) {
    String text = v.text(ADDRESS).strip();
    long characters = text.codePoints().filter(c -> !SearchKey.variationSelector(c)).count();
    v.refuseIf(characters > LONGEST_ADDRESS, ADDRESS, Reason.TOO_LONG);
    return v.form(ADDRESS, text, PREFECTURE);
  }

  private static Long household(LineValues v) {
    if (v.blank(HOUSEHOLD_NUMBER)) {
      return null;
    }
    String number = v.form(HOUSEHOLD_NUMBER, v.narrow(HOUSEHOLD_NUMBER), HOUSEHOLD);
    return HOUSEHOLD.matcher(number).matches() ? Long.valueOf(number) : null;
  }

  private static CardEntry card(LineValues v) {
    List<ResidentColumn> columns = List.of(CARD_SERIAL, CARD_KIND, CARD_EXPIRES_ON, CARD_STATE);
    if (columns.stream().allMatch(v::blank)) {
      return null;
    }
    columns.forEach(column -> v.refuseIf(v.blank(column), column, Reason.MISSING));
    CardSerial serial = CardSerial.read(v.text(CARD_SERIAL)).orElse(null);
    v.refuseIf(serial == null, CARD_SERIAL, Reason.FORM);
    return new CardEntry(
        serial,
        v.choice(CARD_KIND, KINDS),
        v.date(CARD_EXPIRES_ON, LocalDate.of(2003, 8, 25), LAST_DATE),
        v.choice(CARD_STATE, STATES));
  }
}
