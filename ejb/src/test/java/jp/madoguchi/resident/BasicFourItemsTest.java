package jp.madoguchi.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.madoguchi.resident.BasicFourItems.Difference;
import jp.madoguchi.resident.BasicFourItems.Item;
import org.junit.jupiter.api.Test;

class BasicFourItemsTest {

  private static final LocalDate BIRTH_DATE = LocalDate.of(1980, 2, 17);

  @Test
  void aCardThatSaysWhatTheRegisterSaysHasNoDifference() {
    assertThat(card("研修　太郎", "神奈川県厚木市架空町1-1").compareWith(register("研修　太郎"))).isEmpty();
  }

  @Test
  void theKindOfSpaceMakesNoDifference() {
    assertThat(card("研修 太郎 ", "神奈川県厚木市架空町1-1").compareWith(register("研修　太郎"))).isEmpty();
    assertThat(card("SAMPLE　TARO", "神奈川県厚木市架空町1-1").compareWith(register("SAMPLE TARO"))).isEmpty();
  }

  @Test
  void aVariationSelectorMakesAnotherName() {
    assertThat(card("辻　研修", "神奈川県厚木市架空町1-1").compareWith(register("辻󠄀　研修")))
        .containsExactly(new Difference(Item.NAME, "辻　研修", "辻󠄀　研修"));
  }

  @Test
  void anEverydayFormIsNotTheRegisteredCharacter() {
    assertThat(card("高橋　架空", "神奈川県厚木市架空町1-1").compareWith(register("髙橋　架空")))
        .extracting(Difference::item)
        .containsExactly(Item.NAME);
  }

  @Test
  void everyDifferenceIsShownSideBySide() {
    BasicFourItems card =
        new BasicFourItems("研修　次郎", "神奈川県厚木市旧町9", LocalDate.of(1980, 2, 18), Sex.FEMALE);
    assertThat(card.compareWith(register("研修　太郎")))
        .containsExactly(
            new Difference(Item.NAME, "研修　次郎", "研修　太郎"),
            new Difference(Item.ADDRESS, "神奈川県厚木市旧町9", "神奈川県厚木市架空町1-1"),
            new Difference(Item.BIRTH_DATE, "1980-02-18", "1980-02-17"),
            new Difference(Item.SEX, "FEMALE", "MALE"));
  }

  @Test
  void neitherCardNorRecordPrintsPersonalData() {
    assertThat(card("研修　太郎", "神奈川県").toString() + register("研修　太郎")).doesNotContain("研修");
  }

  private static BasicFourItems card(String name, String address) {
    return new BasicFourItems(name, address, BIRTH_DATE, Sex.MALE);
  }

  private static ResidentRecord register(String name) {
    return new ResidentRecord(
        1,
        name,
        "ケンシュウ　タロウ",
        BIRTH_DATE,
        Sex.MALE,
        "2430000",
        "神奈川県厚木市架空町1-1",
        ResidentRecord.Status.RESIDENT,
        false,
        null,
        1L,
        null,
        null,
        "T-1",
        0);
  }
}
