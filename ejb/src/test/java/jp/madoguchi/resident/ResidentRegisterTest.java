package jp.madoguchi.resident;

import static jp.madoguchi.resident.Entries.aResident;
import static jp.madoguchi.resident.Entries.ask;
import static jp.madoguchi.resident.Entries.card;
import static jp.madoguchi.resident.Entries.enter;
import static jp.madoguchi.resident.Entries.named;
import static jp.madoguchi.resident.Entries.withGoodCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentRegisterTest {

  @Test
  void aResidentIsFoundByCardWithEveryField() {
    enter(withGoodCard(named(aResident("RR-1"), "辻󠄀　研修", "ツジ　ケンシュウ"), "RRCARD000000001"));
    ResidentRecord found =
        ask(register -> register.findByCard(new CardSerial("RRCARD000000001"))).orElseThrow();
    assertThat(found.name()).isEqualTo("辻󠄀　研修");
    assertThat(found.kana()).isEqualTo("ツジ　ケンシュウ");
    assertThat(found.birthDate()).isEqualTo(LocalDate.of(1980, 2, 17));
    assertThat(found.sex()).isEqualTo(Sex.MALE);
    assertThat(found.address()).isEqualTo("神奈川県厚木市架空町1丁目1番1号");
    assertThat(found.status()).isEqualTo(ResidentRecord.Status.RESIDENT);
    assertThat(found.registerNumber()).isEqualTo("RR-1");
    assertThat(ask(register -> register.find(found.id())).orElseThrow()).isEqualTo(found);
    Card card = ask(register -> register.cardsOf(found.id())).get(0);
    assertThat(card.goodOn(LocalDate.of(2031, 2, 17))).isTrue();
    assertThat(card.goodOn(LocalDate.of(2031, 2, 18))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ヒガシノ　シロウ", "ひがしのしろう", "ﾋｶﾞｼﾉ ｼﾛｳ", "ヒガシ", "ひがしの　しろー"})
  void aResidentIsFoundByReadingHoweverItIsTyped(String typed) {
    enter(named(aResident("RR-2"), "東野　四郎", "ヒガシノ　シロウ"));
    assertThat(names(ResidentQuery.byKana(typed))).contains("東野　四郎");
  }

  @ParameterizedTest
  @ValueSource(strings = {"𠮷崎", "吉崎", "𠮷﨑　例題", "吉崎例題"})
  void aResidentIsFoundByTheBeginningOfTheName(String typed) {
    enter(named(aResident("RR-3"), "𠮷﨑　例題", "ヨシザキ　レイダイ"));
    assertThat(names(ResidentQuery.byName(typed))).containsExactly("𠮷﨑　例題");
  }

  @Test
  void everythingGivenMustHold() {
    enter(named(aResident("RR-4"), "西山　五郎", "ニシヤマ　ゴロウ"));
    ResidentQuery byKana = ResidentQuery.byKana("ニシヤマ");
    assertThat(names(byKana.bornOn(LocalDate.of(1980, 2, 17)))).containsExactly("西山　五郎");
    assertThat(names(byKana.bornOn(LocalDate.of(1980, 2, 18)))).isEmpty();
  }

  @Test
  void manyResidentsComeInPages() {
    for (int i = 0; i < 7; i++) {
      enter(named(aResident("RP-" + i), "頁　" + i, "ヘヘヘペエジ"));
    }
    ResidentQuery query = ResidentQuery.byKana("ヘヘヘペエジ");
    ResidentPage first = ask(register -> register.search(query.page(1, 5)));
    ResidentPage second = ask(register -> register.search(query.page(2, 5)));
    assertThat(first.residents()).hasSize(5).doesNotContainAnyElementsOf(second.residents());
    assertThat(first.more()).isTrue();
    assertThat(second.residents()).hasSize(2);
    assertThat(second.more()).isFalse();
  }

  @Test
  void aSearchForNothingIsRefused() {
    assertThatThrownBy(() -> ResidentQuery.byKana(" 　"))
        .isInstanceOfSatisfying(
            BusinessException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("resident-query-empty"));
  }

  @Test
  void aWordIsNoPattern() {
    enter(named(aResident("RR-5"), "百分率　一", "ヒャクブンリツ"));
    assertThat(names(ResidentQuery.byName("%"))).isEmpty();
    assertThat(names(ResidentQuery.byName("' or 1=1 --"))).isEmpty();
  }

  @Test
  void aNewGoodCardRevokesTheFormerOne() {
    enter(withGoodCard(aResident("RC-1"), "RCCARD000000001"));
    enter(withGoodCard(aResident("RC-1"), "RCCARD000000002"));
    assertThat(state("RCCARD000000001")).isEqualTo(CardState.REVOKED);
    assertThat(state("RCCARD000000002")).isEqualTo(CardState.VALID);
  }

  @Test
  void ofTwoGoodCardsInOneBatchTheLaterOneCounts() {
    enter(
        withGoodCard(aResident("RC-2"), "RCCARD000000003"),
        withGoodCard(aResident("RC-2"), "RCCARD000000004"));
    assertThat(state("RCCARD000000003")).isEqualTo(CardState.REVOKED);
    assertThat(state("RCCARD000000004")).isEqualTo(CardState.VALID);
  }

  @Test
  void aGoodCardThatIsRevokedInTheSameBatchMakesRoomForAnother() {
    enter(withGoodCard(aResident("RC-3"), "RCCARD000000006"));
    enter(
        withGoodCard(aResident("RC-3"), "RCCARD000000005"),
        aResident("RC-3").with(card("RCCARD000000006", CardState.LOST)));
    assertThat(state("RCCARD000000005")).isEqualTo(CardState.VALID);
    assertThat(state("RCCARD000000006")).isEqualTo(CardState.LOST);
  }

  @Test
  void aCardOfAnotherResidentIsRefusedAndTheOthersAreEntered() {
    enter(withGoodCard(aResident("RC-4"), "RCCARD000000007"));
    List<LineRefusal> refused =
        enter(
            withGoodCard(aResident("RC-5"), "RCCARD000000007"),
            withGoodCard(aResident("RC-6"), "RCCARD000000008"));
    assertThat(refused)
        .containsExactly(new LineRefusal(2, "card_serial", LineRefusal.Reason.CARD_OF_ANOTHER));
    assertThat(state("RCCARD000000008")).isEqualTo(CardState.VALID);
  }

  @Test
  void aRecordThatStaysAsItIsKeepsItsVersion() {
    enter(withGoodCard(aResident("RV-1"), "RVCARD000000001"));
    enter(withGoodCard(aResident("RV-1"), "RVCARD000000001"));
    assertThat(record("RVCARD000000001").version()).isZero();
    enter(named(withGoodCard(aResident("RV-1"), "RVCARD000000001"), "架空　二郎", "カクウ　ジロウ"));
    assertThat(record("RVCARD000000001").version()).isEqualTo(1);
    assertThat(record("RVCARD000000001").name()).isEqualTo("架空　二郎");
  }

  /** What the database itself refuses, whoever writes to it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "name = '研修 太郎'", // U+0020 in a Japanese name
        "name = ''",
        "name = E'研修\\u0007'",
        "kana = 'けんしゅう'",
        "sex = 9",
        "postal_code = '243-0000'",
        "address = '厚木市中町'", // no prefecture
        "address = '神奈川県' || repeat('架', 197)", // 201 characters
        "status = 'DECEASED'", // without the day
        "died_on = date '2026-01-01'", // alive
        "status = 'MOVED_AWAY'",
        "birth_date = date '1867-12-31'",
        "register_number = ''",
      })
  void theDatabaseRefuses(String change) {
    enter(aResident("RD-1"));
    assertThatThrownBy(() -> update("update madoguchi.resident set " + change, "RD-1"))
        .hasMessageContaining("violates check constraint");
  }

  @Test
  void anAddressOf200CharactersMayHaveVariationSelectorsBesides() {
    enter(aResident("RD-2"));
    update("update madoguchi.resident set address = '神奈川県' || repeat('辻󠄀', 196)", "RD-2");
  }

  private static void update(String sql, String registerNumber) {
    TestDatabase.shared()
        .doInTransaction(
            entities ->
                entities
                    .createNativeQuery(sql + " where register_number = '" + registerNumber + "'")
                    .executeUpdate());
  }

  private static List<String> names(ResidentQuery query) {
    return ask(register -> register.search(query)).residents().stream()
        .map(ResidentRecord::name)
        .toList();
  }

  private static CardState state(String serial) {
    return ask(register -> register.card(new CardSerial(serial))).orElseThrow().state();
  }

  private static ResidentRecord record(String serial) {
    return ask(register -> register.findByCard(new CardSerial(serial))).orElseThrow();
  }
}
