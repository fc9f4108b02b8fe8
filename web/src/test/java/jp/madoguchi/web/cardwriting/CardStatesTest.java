package jp.madoguchi.web.cardwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.cardwriting.CustomerView.Face;
import jp.madoguchi.cardwriting.InUse;
import jp.madoguchi.cardwriting.ScreenState;
import jp.madoguchi.cardwriting.ScreenState.Resume;
import jp.madoguchi.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state that a screen can tell has its picture and its words, in each language. */
class CardStatesTest {

  private static final Path ASSETS = Path.of("src/main/webapp/assets");
  private static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);

  /** Drawn by a page of their own, with rules and keys. */
  private static final Set<Face> DRAWN_OTHERWISE = Set.of(Face.PINS);

  @ParameterizedTest
  @MethodSource("states")
  void aStateHasAPictureOneSentenceAndOneNextStep(ScreenState state) throws IOException {
    assertThat(symbols()).contains(state.symbol());
    for (Locale language : LANGUAGES) {
      for (String part : List.of(".title", ".next")) {
        assertThat(words(language, state.key() + part))
            .as("%s%s in %s", state.key(), part, language)
            .hasValueSatisfying(text -> assertThat(text).endsWith(end(language)).isNotBlank());
      }
    }
  }

  @Test
  void noTwoStatesLookOrSoundTheSame() {
    assertThat(states().map(ScreenState::symbol)).doesNotHaveDuplicates();
    for (Locale language : LANGUAGES) {
      assertThat(states().map(state -> words(language, state.key() + ".title")))
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource(Resume.class)
  void aButtonThatGoesOnSaysWhatItDoes(Resume resume) {
    for (Locale language : LANGUAGES) {
      assertThat(words(language, resume.key())).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(InUse.class)
  void whatCanBeUsedMeanwhileHasWordsOnBothScreens(InUse inUse) throws IOException {
    for (Locale language : LANGUAGES) {
      assertThat(words(language, "writing.in-use." + inUse)).isPresent();
      assertThat(words(language, "writing.in-use.each." + inUse)).isPresent();
    }
    for (String each : applicantsLanguages()) {
      assertThat(each).contains("'inUse." + inUse + "':");
    }
  }

  /** The applicant's screen speaks Japanese, やさしい日本語 and English. */
  @ParameterizedTest
  @MethodSource("faces")
  void aFaceOfTheApplicantsScreenHasAPictureAndWordsInThreeLanguages(Face face) throws IOException {
    assertThat(applicantsLanguages()).hasSize(3);
    for (String each : applicantsLanguages()) {
      assertThat(each).contains("\n    " + face + ": '", "\n    '" + face + ".text': '");
    }
    String picture =
        all("\n  " + face + ": '([^']+)'", Files.readString(ASSETS.resolve("js/customer.js")))
            .findFirst()
            .orElseThrow();
    assertThat(symbols()).contains(picture);
  }

  /** Why a card does not say its four items is told at the reception, by the problem's code. */
  @ParameterizedTest
  @ValueSource(strings = {"card-items-locked", "card-items-refused", "card-items-unread"})
  void whyTheFourItemsWereNotReadHasAPictureToo(String code) throws IOException {
    assertThat(symbols()).contains("state-" + code);
    for (Locale language : LANGUAGES) {
      assertThat(words(language, "problem." + code + ".title")).isPresent();
      assertThat(words(language, "problem." + code + ".next")).isPresent();
    }
  }

  static Stream<ScreenState> states() {
    return ScreenState.all();
  }

  static Stream<Face> faces() {
    return Arrays.stream(Face.values()).filter(face -> !DRAWN_OTHERWISE.contains(face));
  }

  private static String end(Locale language) {
    return language == Locale.JAPANESE ? "。" : ".";
  }

  private static Optional<String> words(Locale language, String key) {
    return Texts.find(language, key, 4, 10, "T1", "13:00");
  }

  private static Set<String> symbols() throws IOException {
    return all("<symbol id=\"([^\"]+)\"", Files.readString(ASSETS.resolve("icons/icons.svg")))
        .collect(Collectors.toSet());
  }

  private static List<String> applicantsLanguages() throws IOException {
    String words = Files.readString(ASSETS.resolve("js/customer-words.js"));
    return all("(?s)\n  (?:ja|easy|en): \\{(.*?\n)  \\}", words).toList();
  }

  private static Stream<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map((MatchResult one) -> one.group(1));
  }
}
