package jp.madoguchi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as the counter writes and reads them (和暦). */
class WarekiTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R8.11.24",
        "r8/11/24",
        "R08-11-24",
        "令和8/11/24",
        "令和8年11月24日",
        "令和8年11月24日(火)",
        "令8.11.24",
        "㋿8.11.24",
        "Ｒ８．１１．２４", // full width
        "令和　８年　１１月　２４日",
        "20261124",
        "２０２６１１２４",
        "2026-11-24",
        "2026/11/24",
        "2026年11月24日",
        " 2026-11-24 ",
      })
  void everyUsualFormIsRead(String typed) {
    assertThat(Wareki.read(typed)).isEqualTo(new WarekiReading.Read(LocalDate.of(2026, 11, 24)));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "令和元年5月1日, 2019-05-01", // the first day of the era
    "R1.5.1, 2019-05-01",
    "H31.4.30, 2019-04-30", // the last day of the era before
    "平成元年1月8日, 1989-01-08",
    "S64.1.7, 1989-01-07",
    "昭和元年12月25日, 1926-12-25",
    "T15.12.24, 1926-12-24",
    "M45.7.29, 1912-07-29",
    "明治6年1月1日, 1873-01-01",
    "S55.2.29, 1980-02-29",
  })
  void erasMeetWithoutAGap(String typed, LocalDate date) {
    assertThat(Wareki.parse(typed)).isEqualTo(date);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "平成31年5月1日, date-not-in-era", // 令和元年 since that day
    "S64.1.8, date-not-in-era",
    "R1.4.30, date-not-in-era",
    "H40.1.1, date-not-in-era",
    "R0.5.1, date-era-year-zero",
    "R8.2.29, date-no-such-day",
    "20260230, date-no-such-day",
    "2026-13-01, date-no-such-day",
    "M5.12.2, date-too-early",
    "1872-12-31, date-too-early",
    "8.11.24, date-unreadable",
    "R8.11, date-unreadable",
    "'', date-unreadable",
    "X8.11.24, date-unreadable",
  })
  void anImpossibleDateIsRefusedWithItsReason(String typed, String code) {
    assertThat(((WarekiReading.Refused) Wareki.read(typed)).problem().code()).isEqualTo(code);
  }

  @Test
  void aWrongEraNamesTheRightOne() {
    assertThat(((WarekiReading.Refused) Wareki.read("平成31年5月1日")).problem().arguments())
        .containsExactly("平成", "令和元年5月1日");
  }

  @Test
  void aDateIsWrittenInFullAndShort() {
    Wareki date = new Wareki(LocalDate.of(2026, 11, 24));
    assertThat(date.text()).isEqualTo("令和8年11月24日(火)");
    assertThat(date.dayText()).isEqualTo("令和8年11月24日");
    assertThat(date.shortText()).isEqualTo("R8.11.24");
  }

  @Test
  void aPageInEnglishCountsAsTheWestDoes() {
    Wareki day = new Wareki(LocalDate.of(2026, 11, 24));
    assertThat(day.text(Locale.JAPANESE)).isEqualTo("令和8年11月24日(火)");
    assertThat(day.text(Locale.ENGLISH)).isEqualTo("Tue 24 Nov 2026");
  }
}
