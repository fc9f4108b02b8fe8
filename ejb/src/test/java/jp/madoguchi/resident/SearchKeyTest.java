package jp.madoguchi.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchKeyTest {

  @ParameterizedTest
  @CsvSource({
    "けんしゅう, ケンシュウ", // hiragana
    "ｹﾝｼｭｳ, ケンシュウ", // half width
    "ｶﾞｯｺｳ, ガッコウ", // half width with a mark of its own
    "か゛っこう, ガッコウ", // a mark typed by itself
    "キヨウコ, キョウコ", // registers without small kana
    "オオタ　ユウコ, オータユーコ", // long vowels and spaces
    "オ-タ, オオタ", // a hyphen for the long vowel
    "ケイコ, ケーコ",
    "ミヅホ, ミズホ",
    "ジョン・スミス, ジヨンスミス",
  })
  void readingsThatSoundAlikeHaveOneKey(String one, String other) {
    assertThat(SearchKey.ofKana(one)).isEqualTo(SearchKey.ofKana(other));
  }

  @ParameterizedTest
  @CsvSource({
    "オオタ, オタ", // a long vowel is not a short one
    "カトウ, ガトウ",
    "サイトウ, サトウ",
  })
  void readingsThatSoundDifferentHaveDifferentKeys(String one, String other) {
    assertThat(SearchKey.ofKana(one)).isNotEqualTo(SearchKey.ofKana(other));
  }

  @ParameterizedTest
  @CsvSource({
    "髙橋　架空, 高橋架空",
    "𠮷野, 吉野",
    "辻󠄀　研修, 辻 研修", // with a variation selector
    "SAMPLE TARO, ｓａｍｐｌｅ　ｔａｒｏ",
    "渡邉, 渡辺",
    "斎藤, 齋藤",
  })
  void namesAreFoundAsPeopleTypeThem(String registered, String typed) {
    assertThat(SearchKey.ofName(registered)).isEqualTo(SearchKey.ofName(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u05D9\u05B4\u309B", // a voiced mark typed by itself after another mark
        "か\u0301\uFE00\u0316" // a selector between two marks
      })
  void marksAreInOneOrderWhateverStoodBetweenThem(String name) {
    String key = SearchKey.ofName(name);
    assertThat(SearchKey.ofName(key)).isEqualTo(key);
  }

  @Property
  void aKeyIsItsOwnKey(@ForAll("readings") String reading, @ForAll("names") String name) {
    String kana = SearchKey.ofKana(reading);
    String key = SearchKey.ofName(name);
    assertThat(SearchKey.ofKana(kana)).isEqualTo(kana);
    assertThat(SearchKey.ofName(key)).isEqualTo(key);
  }

  @Property
  void theBeginningOfAReadingHasTheBeginningOfItsKey(
      @ForAll("katakana") String reading, @ForAll @IntRange(max = 30) int length) {
    String beginning = reading.substring(0, Math.min(length, reading.length()));
    assertThat(SearchKey.ofKana(reading)).startsWith(SearchKey.ofKana(beginning));
  }

  @Property
  void howKanaAreTypedMakesNoDifference(@ForAll("hiragana") String reading) {
    StringBuilder katakana = new StringBuilder();
    reading.codePoints().map(c -> c + 0x60).forEach(katakana::appendCodePoint);
    String apart = Normalizer.normalize(reading, Normalizer.Form.NFD);
    assertThat(SearchKey.ofKana(reading))
        .isEqualTo(SearchKey.ofKana(katakana.toString()))
        .isEqualTo(SearchKey.ofKana(apart));
  }

  @Property
  void keysHoldNoSpacesAndNoSmallOrHalfWidthKana(@ForAll("readings") String reading) {
    assertThat(SearchKey.ofKana(reading)).doesNotContainPattern("[\\s\\u3000ぁ-ゖァィゥェォャュョッｦ-ﾟ]");
  }

  @Provide
  Arbitrary<String> readings() {
    return Arbitraries.strings()
        .withCharRange('ぁ', 'ゖ')
        .withCharRange('ァ', 'ヺ')
        .withCharRange('\uFF66', '\uFF9F')
        .withChars(" \u3000・ー-−〜゛゜")
        .withCharRange('a', 'z')
        .ofMaxLength(30);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().all().ofMaxLength(20);
  }

  @Provide
  Arbitrary<String> katakana() {
    return Arbitraries.strings().withCharRange('ァ', 'ヺ').withChars("ー　").ofMaxLength(30);
  }

  @Provide
  Arbitrary<String> hiragana() {
    return Arbitraries.strings().withCharRange('ぁ', 'ゔ').ofMaxLength(30);
  }
}
