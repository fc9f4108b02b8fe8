package jp.madoguchi.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A month of the year at a glance. */
class MonthViewTest {

  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  @Test
  void aWeekGoesFromSundayToSaturday() {
    MonthView month = month(Map.of());
    assertThat(month.weeks()).hasSize(5).allMatch(week -> week.size() == 7);
    assertThat(month.weeks().get(0).subList(0, 2)).containsOnlyNulls(); // it begins on a Tuesday
    assertThat(month.weeks().get(0).get(2).number()).isEqualTo(1);
    assertThat(month.weeks().get(4).get(4).number()).isEqualTo(31);
  }

  @Test
  void daysInARowWithOneReasonStandTogether() {
    MonthView month = month(Map.of(7, "停電点検", 29, "年末年始", 30, "年末年始", 31, "年末年始", 28, "納会"));
    assertThat(month.special())
        .extracting(
            row -> row.from().getDayOfMonth() + "-" + row.to().getDayOfMonth() + row.reason())
        .containsExactly("7-7停電点検", "28-28納会", "29-31年末年始");
  }

  private static MonthView month(Map<Integer, String> reasons) {
    List<DayView> days =
        DECEMBER
            .atDay(1)
            .datesUntil(DECEMBER.plusMonths(1).atDay(1))
            .map(date -> day(date, reasons.getOrDefault(date.getDayOfMonth(), "")))
            .toList();
    return MonthView.of(days);
  }

  private static DayView day(LocalDate date, String reason) {
    return new DayView(date, reason.isEmpty() ? "open" : "closed", reason, false);
  }
}
