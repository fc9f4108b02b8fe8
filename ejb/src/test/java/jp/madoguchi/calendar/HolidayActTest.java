package jp.madoguchi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Act on National Holidays, reform by reform, and against the kept list. */
class HolidayActTest {

  @Test
  void theActAndTheKeptListAgreeOnEveryDayFrom1970To2050() throws IOException {
    HolidayList list = keptList();
    assertThat(list.firstYear()).isEqualTo(1970);
    assertThat(list.lastYear()).isEqualTo(2050);
    for (LocalDate day = LocalDate.of(1970, 1, 1); day.getYear() <= 2050; day = day.plusDays(1)) {
      assertThat(HolidayAct.name(day).isPresent())
          .as("%s, in the list %s", day, list.name(day))
          .isEqualTo(list.name(day).isPresent());
    }
    assertThat(Holidays.differences(list)).isEmpty();
  }

  @Test
  void theActAndTheKeptListUseTheSameNames() throws IOException {
    keptList()
        .names()
        .forEach(
            (day, name) -> {
              if (name.startsWith("休日")) {
                return; // the list does not say which kind
              }
              assertThat(HolidayAct.name(day).orElseThrow())
                  .as(day.toString())
                  .contains(name.replace("（スポーツの日）", ""));
            });
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "1948-09-23, 秋分の日", // the first holiday under the Act
    "1959-04-10, 皇太子明仁親王の結婚の儀",
    "1973-04-30, 振替休日", // the first substitute: 4/29 was a Sunday
    "1976-03-20, 春分の日",
    "1979-09-24, 秋分の日",
    "1988-05-04, 国民の休日", // the first day between
    "1989-02-24, 昭和天皇の大喪の礼",
    "2000-01-10, 成人の日", // Happy Monday
    "2003-07-21, 海の日",
    "2008-05-06, 振替休日", // 5/4 was a Sunday, 5/5 no free day
    "2009-09-22, 国民の休日", // between 敬老の日 and 秋分の日
    "2019-04-30, 国民の休日", // between 昭和の日 and the accession
    "2019-05-01, 天皇の即位の日",
    "2019-05-06, 振替休日",
    "2019-10-22, 即位礼正殿の儀の行われる日",
    "2020-07-24, スポーツの日", // moved for the Olympic Games
    "2021-08-09, 振替休日", // 山の日 moved to Sunday 8/8
    "2026-05-06, 振替休日", // 5/3 was a Sunday
    "2026-09-22, 国民の休日",
    "2027-03-22, 振替休日",
    "2032-09-21, 国民の休日",
  })
  void everyReformHoldsFromItsYear(LocalDate day, String name) {
    assertThat(HolidayAct.name(day)).contains(name);
  }

  @ParameterizedTest(name = "{0} is none: {1}")
  @CsvSource({
    "1948-05-03, before the Act was in force",
    "1966-02-11, 建国記念の日 begins in 1967",
    "1970-05-04, no substitutes before 1973 (5/3 was a Sunday)",
    "1986-05-04, a Sunday between was none until 2006",
    "2019-12-23, the former Emperor's birthday",
    "2019-02-23, the new one begins in 2020",
    "2020-10-12, スポーツの日 moved to July",
    "2021-10-11, スポーツの日 moved to July",
    "2020-08-11, 山の日 moved to 8/10",
  })
  void noHolidayBeforeOrAfterItsYears(LocalDate day, String why) {
    assertThat(HolidayAct.name(day)).as(why).isEmpty();
  }

  @Test
  void yearsBeyondTheReckoningAreRefused() {
    assertThatThrownBy(() -> HolidayAct.of(2151)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HolidayAct.of(1947)).isInstanceOf(IllegalArgumentException.class);
  }

  private static HolidayList keptList() throws IOException {
    try (InputStream file = HolidayActTest.class.getResourceAsStream("holidays-until-2050.csv")) {
      return SyukujitsuCsv.read(file.readAllBytes());
    }
  }
}
