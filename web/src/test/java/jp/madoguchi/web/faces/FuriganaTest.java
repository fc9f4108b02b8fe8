package jp.madoguchi.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import jp.madoguchi.web.faces.Furigana.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuriganaTest {

  private final Furigana furigana = new Furigana();

  @Test
  void aReadingBelongsToTheKanjiBeforeIt() {
    assertThat(furigana.parts("この委任状《いにんじょう》を書く"))
        .containsExactly(new Part("この", ""), new Part("委任状", "いにんじょう"), new Part("を書く", ""));
  }

  @Test
  void aBarSaysWhereTheWordBegins() {
    assertThat(furigana.parts("原則|15歳《じゅうごさい》から"))
        .containsExactly(new Part("原則", ""), new Part("15歳", "じゅうごさい"), new Part("から", ""));
  }

  @Test
  void twoWordsFollowEachOther() {
    assertThat(furigana.parts("|公的《こうてき》|認証《にんしょう》"))
        .containsExactly(new Part("公的", "こうてき"), new Part("認証", "にんしょう"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "読みのない文", "A power of attorney", "《かな》だけ", "|棒だけ", "閉じない《かな"})
  void whatHasNoReadingStaysAsItIs(String text) {
    assertThat(furigana.parts(text).stream().map(Part::base).collect(Collectors.joining()))
        .isEqualTo(text);
    assertThat(furigana.parts(text)).allMatch(part -> part.reading().isEmpty());
  }
}
