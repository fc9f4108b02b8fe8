package jp.madoguchi.resident;

import static jp.madoguchi.resident.Sex.FEMALE;
import static jp.madoguchi.resident.Sex.MALE;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The 200 made-up residents of the training stage, the same for the same day. The first twenty each
 * stand for a rule; docs/training-residents.md lists them.
 */
final class TrainingRoll {

  static final int RESIDENTS = 200;

  /** The card of this one still bears the former address. */
  static final CardSerial MOVED_WITHIN_THE_CITY = TrainingPerson.serial(16);

  static final String FORMER_ADDRESS = "神奈川県厚木市架空町旧番地16番地";

  private static final long FAMILY = 1000;
  private static final String FAMILY_HOME = "神奈川県厚木市架空町1丁目1番1号";
  private static final List<String> SURNAMES =
      List.of("研修", "見本", "架空", "模擬", "例題", "練習", "仮名", "試作", "想定", "見習");
  private static final List<String> SURNAME_KANA =
      List.of("ケンシュウ", "ミホン", "カクウ", "モギ", "レイダイ", "レンシュウ", "カリナ", "シサク", "ソウテイ", "ミナライ");
  private static final List<String> GIVEN_NAMES =
      List.of(
          "一郎", "一子", "二郎", "二葉", "三郎", "三枝", "四郎", "四季", "五郎", "五月", "六郎", "六花", "七郎", "七海", "八郎",
          "八重", "九郎", "九美", "十郎", "十和");
  private static final List<String> GIVEN_NAME_KANA =
      List.of(
          "イチロウ", "カズコ", "ジロウ", "フタバ", "サブロウ", "サエ", "シロウ", "シキ", "ゴロウ", "サツキ", "ロクロウ", "リッカ",
          "シチロウ", "ナナミ", "ハチロウ", "ヤエ", "クロウ", "クミ", "ジュウロウ", "トワ");

  private final LocalDate today;
  private final SortedMap<Long, ResidentEntry> entries = new TreeMap<>();

  private TrainingRoll(LocalDate today) {
    this.today = today;
  }

  /**
   * @param today the day on which somebody has the fifteenth birthday
   */
  static SortedMap<Long, ResidentEntry> on(LocalDate today) {
    TrainingRoll roll = new TrainingRoll(today);
    roll.people();
    roll.records();
    roll.cards();
    roll.names();
    roll.everybodyElse();
    return roll.entries;
  }

  private void people() {
    add(
        person(1, "研修　太郎", "ケンシュウ　タロウ", MALE)
            .bornOn(LocalDate.of(1980, 2, 17))
            .inHousehold(FAMILY, FAMILY_HOME),
        person(2, "研修　花子", "ケンシュウ　ハナコ", FEMALE)
            .bornOn(LocalDate.of(1982, 7, 7))
            .inHousehold(FAMILY, FAMILY_HOME),
        person(3, "研修　一葉", "ケンシュウ　カズハ", FEMALE)
            .bornOn(today.minusYears(13).minusMonths(6))
            .inHousehold(FAMILY, FAMILY_HOME),
        person(4, "見本　十五", "ミホン　トウゴ", MALE).bornOn(today.minusYears(15)),
        person(5, "見本　後見", "ミホン　コウケン", MALE).isAnAdultWard(),
        person(6, "架空　閏子", "カクウ　ジュンコ", FEMALE).bornOn(LocalDate.of(1996, 2, 29)),
        person(17, "研修　小春", "ケンシュウ　コハル", FEMALE)
            .bornOn(today.minusYears(3).minusMonths(2))
            .inHousehold(FAMILY, FAMILY_HOME));
  }

  private void records() {
    add(
        person(7, "SAMPLE TARO JOHN", "サンプル　タロウ　ジョン", MALE).staysUntil(today.plusMonths(8)),
        person(11, "模擬　転出", "モギ　テンシュツ", MALE).movedAwayOn(today.minusDays(20)),
        person(15, "例題　長子", "レイダイ　ナガコ", FEMALE).livesAt(longAddress()),
        person(16, "例題　移転", "レイダイ　イテン", MALE).livesAt("神奈川県厚木市架空町新番地16番地"),
        person(18, "例題　故人", "レイダイ　コジン", MALE).diedOn(today.minusDays(40)));
  }

  private void cards() {
    add(
        person(8, "架空　期限", "カクウ　キゲン", FEMALE).withCardUntil(today.minusMonths(1)),
        person(9, "架空　紛失", "カクウ　フンシツ", MALE).withCard(CardKind.MY_NUMBER, CardState.LOST),
        person(10, "模擬　住基", "モギ　ジュウキ", FEMALE).withCard(CardKind.JUKI, CardState.VALID),
        person(19, "架空　停止", "カクウ　テイシ", FEMALE).withCard(CardKind.MY_NUMBER, CardState.SUSPENDED),
        person(20, "仮名　間近", "カリナ　マヂカ", MALE).withCardUntil(today.plusDays(40)));
  }

  private void names() {
    add(
        person(12, "𠮷野　見本", "ヨシノ　ミホン", FEMALE),
        person(13, "髙橋　見本", "タカハシ　ミホン", MALE),
        person(14, "辻󠄀　見本", "ツジ　ミホン", FEMALE));
  }

  private void everybodyElse() {
    for (int number = 21; number <= RESIDENTS; number++) {
      int surname = number % SURNAMES.size();
      int given = (number / SURNAMES.size()) % GIVEN_NAMES.size();
      add(
          person(
              number,
              SURNAMES.get(surname) + "\u3000" + GIVEN_NAMES.get(given),
              SURNAME_KANA.get(surname) + "\u3000" + GIVEN_NAME_KANA.get(given),
              given % 2 == 0 ? MALE : FEMALE));
    }
  }

  private TrainingPerson person(int number, String name, String kana, Sex sex) {
    return new TrainingPerson(number, today, name, kana, sex);
  }

  private void add(TrainingPerson... people) {
    for (TrainingPerson person : people) {
      ResidentEntry entry = person.entry();
      long number = Long.parseLong(entry.registerNumber().substring(7));
      entries.put(number, entry);
    }
  }

  /** 198 characters: the certificate has room for 200. */
  private static String longAddress() {
    String home = "神奈川県厚木市架空町三丁目一二三四番地五六七　";
    String house = "どこまでも続くとても長い名前の架空の集合住宅　";
    String room = "研修棟一二三四号室";
    return home + house.repeat(8).substring(0, 198 - home.length() - room.length()) + room;
  }
}
