package jp.madoguchi.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** R-LETTER: the code of a letter is read as it was printed, or not at all. */
class LetterCodeTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @Property
  void aCodeIsDigitsAndLettersThatAreNotTakenForEachOther(@ForAll("codes") LetterCode code) {
    assertThat(code.value()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-.{5}");
    assertThat(code.value().replace("-", "")).hasSize(13).matches("[0-9A-HJKMNP-TV-Z]*");
  }

  @Property
  void aCodeIsReadAsItWasPrinted(@ForAll("codes") LetterCode code) {
    assertThat(LetterCode.read(code.value())).contains(code);
    assertThat(LetterCode.read(code.toString().replace("-", ""))).contains(code);
    assertThat(LetterCode.read(" " + code.value().toLowerCase().replace('-', ' '))).contains(code);
  }

  @Property
  void aCodeIsReadFromAJapaneseKeyboard(@ForAll("codes") LetterCode code) {
    StringBuilder wide = new StringBuilder();
    for (char one : code.value().replace("-", "").toCharArray()) {
      wide.append((char) (one + 0xFEE0));
    }
    assertThat(LetterCode.read(wide.insert(4, 'ー').insert(9, '－').toString())).contains(code);
  }

  @Property
  void lettersThatLookLikeDigitsAreReadAsThese(@ForAll("codes") LetterCode code) {
    String mistaken = code.value().replace('0', 'O').replace('1', 'l');
    assertThat(LetterCode.read(mistaken)).contains(code);
    assertThat(LetterCode.read(mistaken.replace('l', 'I').toLowerCase())).contains(code);
  }

  @Property(tries = 100)
  void everySingleWrongCharacterIsNoticed(@ForAll("codes") LetterCode code) {
    String right = code.value().replace("-", "");
    for (int at = 0; at < right.length(); at++) {
      for (char other : ALPHABET.toCharArray()) {
        String wrong = right.substring(0, at) + other + right.substring(at + 1);
        assertThat(LetterCode.read(wrong).isPresent()).isEqualTo(wrong.equals(right));
      }
    }
  }

  @Property
  void swappedNeighboursAreNoticed(@ForAll("codes") LetterCode code) {
    String right = code.value().replace("-", "");
    for (int at = 0; at + 1 < right.length(); at++) {
      String swapped =
          right.substring(0, at)
              + right.charAt(at + 1)
              + right.charAt(at)
              + right.substring(at + 2);
      assertThat(LetterCode.read(swapped).isPresent()).isEqualTo(swapped.equals(right));
    }
  }

  @Property
  void whatIsTooShortOrTooLongIsNoCode(@ForAll("codes") LetterCode code) {
    String right = code.value();
    assertThat(LetterCode.read(right.substring(1))).isEmpty();
    assertThat(LetterCode.read(right.substring(0, right.length() - 1))).isEmpty();
    assertThat(LetterCode.read(right + 'A')).isEmpty();
  }

  @Property
  void anythingElseIsNoCode(@ForAll String anything) {
    LetterCode.read(anything)
        .ifPresent(code -> assertThat(LetterCode.read(code.value())).contains(code));
  }

  @Example
  void nothingTypedIsNoCode() {
    assertThat(LetterCode.read(null)).isEmpty();
    assertThat(LetterCode.read("")).isEmpty();
    assertThat(LetterCode.read("2026-000042-7")).isEmpty();
  }

  /** Reckoned by hand: 1 × 32 + 5 = 37 leaves 0, and 1 × 32 + 4 leaves 36, which has no letter. */
  @Example
  void theCheckIsTheNumberModulo37() {
    assertThat(new LetterCode("0000-0000-00150").value()).endsWith("0");
    assertThat(LetterCode.read("0000-0000-00151")).isEmpty();
    for (char check : ALPHABET.toCharArray()) {
      assertThat(LetterCode.read("00000000" + "0014" + check)).isEmpty();
    }
  }

  @Example
  void aCodeIsMadeInOneForm() {
    assertThatThrownBy(() -> new LetterCode("0000000000150"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void twoLettersHaveTwoCodes() {
    SecureRandom lot = new SecureRandom();
    assertThat(LetterCode.random(lot)).isNotEqualTo(LetterCode.random(lot));
  }

  @Provide
  Arbitrary<LetterCode> codes() {
    return Arbitraries.longs().map(seed -> LetterCode.random(new SplittableRandom(seed)));
  }
}
