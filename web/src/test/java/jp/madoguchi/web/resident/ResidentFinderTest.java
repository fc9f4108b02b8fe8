package jp.madoguchi.web.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.ResidentQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One field takes whatever a clerk has at hand. */
class ResidentFinderTest {

  @ParameterizedTest
  @ValueSource(strings = {"S55.2.17", "昭和55/2/17", "19800217", "1980-02-17", "昭和55年2月17日"})
  void aDateIsABirthDate(String typed) {
    assertThat(ResidentFinder.query(typed))
        .contains(ResidentQuery.byBirthDate(LocalDate.of(1980, 2, 17)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ヤマダ タロウ", "やまだ", "ﾔﾏﾀﾞ", "ヤマダ　タロー"})
  void kanaAreAReading(String typed) {
    assertThat(ResidentFinder.query(typed)).get().extracting(ResidentQuery::kana).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"山田", "𠮷田", "辻󠄀", "SMITH John"})
  void anythingElseIsAName(String typed) {
    assertThat(ResidentFinder.query(typed)).get().extracting(ResidentQuery::name).isNotNull();
  }

  @Test
  void fifteenSignsAreACard() {
    assertThat(ResidentFinder.query("TRAIN0000000001"))
        .contains(ResidentQuery.byCard(new CardSerial("TRAIN0000000001")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "　"})
  void nothingFindsNobody(String typed) {
    assertThat(ResidentFinder.query(typed)).isEmpty();
  }
}
