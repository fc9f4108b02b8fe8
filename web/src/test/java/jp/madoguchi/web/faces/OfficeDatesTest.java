package jp.madoguchi.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and spans as each language's pages write them. */
class OfficeDatesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private record Words(Locale language) {

    OfficeDates dates() {
      return new OfficeDates(
          null,
          new PageTexts() {
            @Override
            public Locale locale() {
              return language;
            }
          });
    }
  }

  private final OfficeDates japanese = new Words(Locale.JAPANESE).dates();
  private final OfficeDates english = new Words(Locale.ENGLISH).dates();

  @Test
  void eachLanguageHasItsCalendarAndTheOtherBeside() {
    assertThat(japanese.date(DAY)).isEqualTo("令和8年11月24日(火)");
    assertThat(japanese.otherCalendar(DAY)).isEqualTo("2026年11月24日");
    assertThat(english.date(DAY)).isEqualTo("Tue 24 Nov 2026");
    assertThat(english.otherCalendar(DAY)).isEqualTo("R8.11.24");
  }

  @ParameterizedTest(name = "{0} minutes are {1}")
  @CsvSource({
    "0, 0分, 0 min",
    "119, 119分, 119 min",
    "120, 2時間, 2 h",
    "2879, 47時間, 47 h",
    "2880, 2日, 2 days", // the third day begins
    "43134, 29日, 29 days"
  })
  void aWaitIsToldAsCoarselyAsItIsLong(long minutes, String inJapanese, String inEnglish) {
    assertThat(japanese.lasting(minutes)).isEqualTo(inJapanese);
    assertThat(english.lasting(minutes)).isEqualTo(inEnglish);
  }
}
