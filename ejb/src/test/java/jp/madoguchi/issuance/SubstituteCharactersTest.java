package jp.madoguchi.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.madoguchi.issuance.SubstituteCharacters.Replaced;
import jp.madoguchi.issuance.SubstituteCharacters.Substitution;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstituteCharactersTest {

  @ParameterizedTest
  @CsvSource({
    // outside the basic plane: two UTF-16 units, one character
    "𠮷田\u3000太郎, 吉田\u3000太郎, 10000",
    // IBM extensions are in neither standard
    "髙橋\u3000恵, 高橋\u3000恵, 1000",
    "山﨑\u3000濵, 山崎\u3000濵, 0100",
    // the selector belongs to its base, and is dropped
    "辻\uDB40\uDD00\u3000一, 辻\u3000一, 100",
    "葛\uDB40\uDD02城, 葛城, 10",
    // a standardized variation of a compatibility form
    "神\uFE00田, 神田, 10",
    // in JIS X 0208 level 2 and in JIS X 0212
    "齋藤\u3000弌丂, 齋藤\u3000弌丂, 00000",
    // a compatibility ideograph
    "\uFA10本, 塚本, 10",
    // half-width kana
    "ｶﾅ, カナ, 11",
    // a mark that composes with its base is the same character
    "か\u3099, が, 0",
    // no substitute is agreed
    "😀, 〓, 1",
    // Latin letters and digits in both widths, and the dashes of both mappings
    "Ａa１1－−, Ａa１1－−, 000000"
  })
  void aCharacterOutsideTheStandardsHasOneSubstitute(
      String original, String text, String positions) {
    Substitution substitution = SubstituteCharacters.in(original);
    assertThat(substitution.text()).isEqualTo(text);
    assertThat(substitution.positions()).isEqualTo(positions);
  }

  @Test
  void theClerkSeesEachSubstituteBesideItsOriginal() {
    assertThat(SubstituteCharacters.in("𠮷野家 髙").replaced())
        .isEqualTo(List.of(new Replaced(1, "𠮷", "吉"), new Replaced(5, "髙", "高")));
    assertThat(SubstituteCharacters.in("辻\uDB40\uDD00").replaced())
        .isEqualTo(List.of(new Replaced(1, "辻\uDB40\uDD00", "辻")));
  }

  @Test
  void anOrdinaryNameStaysAsItIs() {
    Substitution substitution = SubstituteCharacters.in("試験\u3000花子");
    assertThat(substitution).isEqualTo(new Substitution("試験\u3000花子", "00000", List.of()));
  }

  @Property
  void textAndPositionsHaveTheSameLength(@ForAll("names") String name) {
    Substitution substitution = SubstituteCharacters.in(name);
    String text = substitution.text();
    assertThat(substitution.positions()).matches("[01]*");
    assertThat(text.codePointCount(0, text.length())).isEqualTo(substitution.positions().length());
    assertThat(text.codePoints()).allMatch(SubstituteCharacters::allows);
  }

  @Property
  void asManyAreReplacedAsThePositionsSay(@ForAll("names") String name) {
    Substitution substitution = SubstituteCharacters.in(name);
    assertThat(substitution.positions().chars().filter(each -> each == '1').count())
        .isEqualTo(substitution.replaced().size());
  }

  @Property
  void whatIsSubstitutedOnceIsNotSubstitutedAgain(@ForAll("names") String name) {
    String text = SubstituteCharacters.in(name).text();
    assertThat(SubstituteCharacters.in(text).text()).isEqualTo(text);
    assertThat(SubstituteCharacters.in(text).replaced()).isEmpty();
  }

  /** Kana, kanji of every plane, Latin letters, selectors and marks, in any order. */
  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('\u3040', '\u30FF')
        .withCharRange('\u4E00', '\u9FFF')
        .withCharRange('\uF900', '\uFAFF')
        .withCharRange('\uFE00', '\uFE0F')
        .withCharRange('\uFF01', '\uFF9F')
        .withCharRange(' ', '~')
        .ofMaxLength(30)
        .flatMap(
            text ->
                Arbitraries.integers()
                    .between(0x20000, 0x323AF)
                    .map(Character::toString)
                    .map(rare -> text + rare + "\uDB40\uDD01" + text));
  }
}
