package jp.madoguchi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-HOURS and R-CLOSED. */
class BusinessCalendarTest {

  private final EnteredDays book = new EnteredDays();
  private final BusinessCalendar calendar =
      new BusinessCalendar(new Settings(), new OfficeDays(book));

  @ParameterizedTest(name = "{0}: {1}–{2}")
  @CsvSource({
    "2026-11-24, 08:30, 17:15", // Tuesday
    "2026-11-20, 08:30, 17:15", // Friday
    "2026-11-21, 08:30, 12:00", // Saturday
    "2026-12-28, 08:30, 17:15", // the last day of the year
    "2027-01-04, 08:30, 17:15", // the first one
  })
  void anOpenDayHasItsHours(LocalDate day, LocalTime from, LocalTime to) {
    assertThat(calendar.on(day).hours()).contains(new OpeningHours(from, to));
    assertThat(calendar.on(day).closed()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}, next {2}")
  @CsvSource({
    "2026-11-22, 日曜日, 2026-11-24", // Monday is a holiday
    "2026-11-23, 勤労感謝の日, 2026-11-24",
    "2026-05-03, 憲法記念日, 2026-05-07", // a Sunday, a holiday first of all
    "2026-05-06, 振替休日, 2026-05-07", // the official list says 休日 only
    "2026-09-22, 国民の休日, 2026-09-24",
    "2029-02-11, 建国記念の日, 2029-02-13",
    "2024-11-23, 勤労感謝の日, 2024-11-25", // a holiday on a Saturday closes it
    "2026-12-29, 年末年始, 2027-01-04",
    "2026-12-31, 年末年始, 2027-01-04",
    "2027-01-01, 元日, 2027-01-04", // both; the holiday is named
    "2027-01-03, 年末年始, 2027-01-04", // a Sunday
  })
  void aClosedDaySaysWhyAndWhenItOpensNext(LocalDate day, String reason, LocalDate next) {
    OfficeDay closed = calendar.on(day);
    assertThat(closed.open()).isFalse();
    assertThat(closed.closed().orElseThrow().text(Locale.JAPANESE)).isEqualTo(reason);
    assertThat(closed.nextOpening().orElseThrow())
        .isEqualTo(next.atTime(8, 30).atZone(OfficeClock.ZONE));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-11-24T08:29:59, CLOSED, 2026-11-24T08:30",
    "2026-11-24T08:30:00, OPEN, ",
    "2026-11-24T17:14:59, OPEN, ",
    "2026-11-24T17:15:00, CLOSED, 2026-11-25T08:30",
    "2026-11-21T12:00:00, CLOSED, 2026-11-24T08:30", // Saturday noon before two closed days
    "2026-12-28T18:00:00, CLOSED, 2027-01-04T08:30",
  })
  void theCounterTakesApplicationsFromItsFirstMomentUntilItsLast(
      LocalDateTime at, String state, LocalDateTime next) {
    CounterHours hours = calendar.at(at.atZone(OfficeClock.ZONE));
    if (state.equals("OPEN")) {
      assertThat(hours).isInstanceOf(CounterHours.Open.class);
    } else {
      assertThat(((CounterHours.OutOfHours) hours).nextOpening())
          .contains(next.atZone(OfficeClock.ZONE));
    }
  }

  @Test
  void aMomentElsewhereInTheWorldIsTheOfficesMoment() {
    assertThat(calendar.at(ZonedDateTime.parse("2026-11-23T23:30:00Z")).open()).isTrue();
    assertThat(calendar.at(ZonedDateTime.parse("2026-11-24T08:30:00Z")).open()).isFalse();
  }

  @Test
  void aFurtherClosedDayIsPassedOver() {
    book.enter(SpecialDay.closed(LocalDate.of(2026, 11, 24), "庁舎の停電点検"));
    OfficeDay day = calendar.on(LocalDate.of(2026, 11, 24));
    assertThat(day.closed()).contains(new ClosedReason.Entered("庁舎の停電点検"));
    assertThat(day.nextOpening().orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 25));
  }

  @Test
  void aShorterDaySaysWhyItIsShorter() {
    OpeningHours morning = OpeningHours.parse("08:30-12:00");
    book.enter(SpecialDay.shorter(LocalDate.of(2026, 11, 24), morning, "システム更改"));
    OfficeDay day = calendar.on(LocalDate.of(2026, 11, 24));
    assertThat(day.hours()).contains(morning);
    assertThat(day.shortened()).contains("システム更改");
  }

  @Test
  void aYearThatNoListReachesIsProvisional() {
    assertThat(calendar.on(LocalDate.of(2026, 11, 23)).provisional()).isFalse();
    assertThat(calendar.on(LocalDate.of(2027, 11, 23)).provisional()).isTrue();
  }

  @Test
  void anImportedListGovernsItsYears() {
    book.replaceHolidays(
        SyukujitsuCsv.read(
            "国民の祝日・休日月日,国民の祝日・休日名称\r\n2027/1/1,元日\r\n2027/6/1,新しい祝日\r\n2027/11/23,勤労感謝の日\r\n"
                .getBytes(SyukujitsuCsv.CP932)));
    OfficeDay day = calendar.on(LocalDate.of(2027, 6, 1));
    assertThat(day.closed().orElseThrow().text(Locale.JAPANESE)).isEqualTo("新しい祝日");
    assertThat(day.provisional()).isFalse();
    assertThat(Holidays.differences(book.importedHolidays()))
        .contains(LocalDate.of(2027, 6, 1), LocalDate.of(2027, 2, 11))
        .doesNotContain(LocalDate.of(2027, 1, 1));
  }

  @Test
  void theReasonIsGivenInEnglishToo() {
    ClosedReason reason = calendar.on(LocalDate.of(2026, 11, 23)).closed().orElseThrow();
    assertThat(reason.text(Locale.ENGLISH)).isEqualTo("Labour Thanksgiving Day");
  }

  @Test
  void aYearBeyondTheReckoningIsRefused() {
    assertThatThrownBy(() -> calendar.on(LocalDate.of(9999, 1, 1)))
        .isInstanceOfSatisfying(
            BusinessException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("date-out-of-range"));
  }
}
