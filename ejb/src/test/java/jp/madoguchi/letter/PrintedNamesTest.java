package jp.madoguchi.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.madoguchi.letter.Printability.Lacking;
import jp.madoguchi.letter.Printability.Substitute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name is printed as it is registered, or the paper says where it is not. */
class PrintedNamesTest {

  @ParameterizedTest
  @FieldSource("jp.madoguchi.letter.Papers#DIFFICULT_NAMES")
  void aDifficultNameIsPrintedAndReadAsItIsRegistered(String name) throws IOException {
    PrintedPaper paper = Papers.press().print(Papers.receiptFor(name));

    assertThat(paper.printability().complete()).isTrue();
    assertThat(PaperText.of(paper)).contains(name.replace("　", " ") + " 様");
  }

  @Test
  void aVariationSelectorGivesAnotherGlyphThanTheUsualShape() {
    RegisteredCharacter oneDot = RegisteredCharacter.at("辻󠄀", 0);

    assertThat(Papers.mincho().glyph(oneDot))
        .isPresent()
        .isNotEqualTo(Papers.mincho().glyph(oneDot.plain()));
  }

  @Test
  void aShapeThatNoTypefaceHasIsPrintedAsTheUsualOneAndNamed() throws IOException {
    PrintedPaper paper = Papers.press().print(Papers.receiptFor("邉󠇯　太郎"));

    assertThat(paper.printability().lacking())
        .containsExactly(new Lacking("邉󠇯", "U+9089 U+E01EF", Substitute.USUAL_SHAPE));
    assertThat(PaperText.of(paper)).contains("邉 太郎 様").contains("U+9089 U+E01EF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uE123", // a private character of some former system
        "\u0007", // a control character, which XML cannot carry
        "\u202E", // would turn the direction of what follows
        "\uD800", // half a character
      })
  void whatNoTypefaceHasIsAGetaMarkAndNamed(String character) throws IOException {
    PrintedPaper paper = Papers.press().print(Papers.receiptFor("山" + character + "田"));

    assertThat(paper.printability().lacking())
        .containsExactly(
            new Lacking(character, "U+%04X".formatted((int) character.charAt(0)), Substitute.GETA));
    assertThat(PaperText.of(paper)).contains("山〓田 様").doesNotContain("#");
  }

  @Test
  void aNameWithMarkupIsPrintedAsTyped() throws IOException {
    PrintedPaper paper = Papers.press().print(Papers.receiptFor("<b>O'Neill & Söhne</b>"));

    assertThat(PaperText.of(paper)).contains("<b>O'Neill & Söhne</b> 様");
  }

  @Test
  void kanaInTwoPartsIsPrintedAsOne() throws IOException {
    PrintedPaper paper = Papers.press().print(Papers.receiptFor("か\u3099んじ"));

    assertThat(paper.printability().complete()).isTrue();
    assertThat(PaperText.of(paper)).contains("がんじ 様");
  }
}
