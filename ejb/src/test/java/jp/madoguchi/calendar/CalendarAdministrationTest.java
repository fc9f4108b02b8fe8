package jp.madoguchi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import jp.madoguchi.calendar.jpa.StoredCalendarBook;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.settings.Settings;
import jp.madoguchi.testing.FiredEvents;
import jp.madoguchi.testing.MovableClock;
import jp.madoguchi.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-CLOSED: a supervisor enters further closed days, shorter days and the new holiday list. */
class CalendarAdministrationTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

  private final EnteredDays book = new EnteredDays();
  private final FiredEvents<CalendarChanged> changes = new FiredEvents<>();
  private final CalendarAdministration administration = administration(book);

  @Test
  void aDayIsClosedAndOpenedAgain() {
    administration.enter(TUESDAY, Optional.empty(), " 停電点検 ");
    assertThat(administration.comingSpecialDays())
        .containsExactly(SpecialDay.closed(TUESDAY, "停電点検"));
    administration.remove(TUESDAY);
    assertThat(administration.comingSpecialDays()).isEmpty();
    assertThat(changes.all())
        .containsExactly(
            new CalendarChanged.DayEntered(SpecialDay.closed(TUESDAY, "停電点検")),
            new CalendarChanged.DayRemoved(TUESDAY));
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "2026-11-19, , 点検, special-day-past",
    "2026-11-22, , 点検, special-day-closed", // a Sunday
    "2026-11-23, , 点検, special-day-closed", // a holiday
    "2026-11-24, 08:00-12:00, 点検, special-day-longer", // opens earlier than usual
    "2026-11-21, 08:30-17:15, 点検, special-day-longer", // a Saturday
    "2026-11-24, , '', special-day-reason",
  })
  void whatWouldNotCloseAnythingIsRefused(
      LocalDate date, String hours, String reason, String code) {
    assertThatThrownBy(
            () ->
                administration.enter(
                    date, Optional.ofNullable(hours).map(OpeningHours::parse), reason))
        .isInstanceOfSatisfying(
            BusinessException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(code));
    assertThat(changes.all()).isEmpty();
  }

  @Test
  void anEnteredDayCanBeChanged() {
    administration.enter(TUESDAY, Optional.empty(), "停電点検");
    administration.enter(TUESDAY, Optional.of(OpeningHours.parse("08:30-12:00")), "午後は点検");
    assertThat(administration.comingSpecialDays()).hasSize(1);
  }

  @Test
  void aListThatIsOutOfDateIsRefused() {
    assertThatThrownBy(
            () ->
                administration.importHolidays(
                    "国民の祝日・休日月日,名称\r\n2025/1/1,元日\r\n2025/11/23,勤労感謝の日\r\n"
                        .getBytes(SyukujitsuCsv.CP932)))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("holiday-list-outdated");
  }

  @Test
  void aPreviewNamesEachDayThatChangesAndKeepsNothing() {
    byte[] file =
        shippedWith("2026/11/23,勤労感謝の日\r\n", "2026/11/23,勤労に感謝する日\r\n2026/11/25,臨時の祝日\r\n")
            .getBytes(SyukujitsuCsv.CP932);
    HolidayPreview.Importable preview =
        (HolidayPreview.Importable)
            administration.preview(without("2026/2/11,", new String(file, SyukujitsuCsv.CP932)));

    assertThat(preview.changes())
        .containsExactly(
            change("2026-02-11", "建国記念の日", null),
            change("2026-11-23", "勤労感謝の日", "勤労に感謝する日"),
            change("2026-11-25", null, "臨時の祝日"));
    assertThat(preview.changes())
        .extracting(HolidayPreview.Change::kind)
        .containsExactly(
            HolidayPreview.Kind.REMOVED, HolidayPreview.Kind.RENAMED, HolidayPreview.Kind.ADDED);
    assertThat(preview.result().differences())
        .containsExactly(LocalDate.of(2026, 2, 11), LocalDate.of(2026, 11, 25));
    assertThat(book.importedHolidays()).isEqualTo(HolidayList.NONE);
    assertThat(changes.all()).isEmpty();
  }

  @Test
  void aPreviewNamesEveryLineThatIsRefused() {
    byte[] file =
        "国民の祝日・休日月日,名称\r\n2026/1/1,元日\r\n2026/2/30,なし\r\n2026/1/1,元日\r\n?\r\n"
            .getBytes(SyukujitsuCsv.CP932);
    HolidayPreview.Refused preview = (HolidayPreview.Refused) administration.preview(file);
    assertThat(preview.lines())
        .extracting(line -> line.arguments().get(0) + " " + line.code())
        .containsExactly("3 holiday-list-date", "4 holiday-list-twice", "5 holiday-list-line");
  }

  private static HolidayPreview.Change change(String date, String before, String after) {
    return new HolidayPreview.Change(
        LocalDate.parse(date), Optional.ofNullable(before), Optional.ofNullable(after));
  }

  private static String shippedWith(String line, String otherwise) {
    StringBuilder list = new StringBuilder("国民の祝日・休日月日,名称\r\n");
    ShippedHolidays.list()
        .names()
        .forEach(
            (day, name) ->
                list.append(day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth())
                    .append("," + name + "\r\n"));
    assertThat(list).contains(line);
    return list.toString().replace(line, otherwise);
  }

  private static byte[] without(String beginning, String list) {
    return list.lines()
        .filter(line -> !line.startsWith(beginning))
        .collect(java.util.stream.Collectors.joining("\r\n"))
        .getBytes(SyukujitsuCsv.CP932);
  }

  @Test
  void theTablesKeepListAndDays() {
    byte[] file =
        "国民の祝日・休日月日,名称\r\n2026/1/1,元日\r\n2026/11/23,勤労感謝の日\r\n".getBytes(SyukujitsuCsv.CP932);
    TestDatabase.shared()
        .doInTransaction(
            entities -> {
              StoredCalendarBook stored = new StoredCalendarBook(entities);
              HolidayImport result = administration(stored).importHolidays(file);
              assertThat(result.holidays()).isEqualTo(2);
              assertThat(result.differences()).contains(LocalDate.of(2026, 5, 3));
              administration(stored).importHolidays(file); // twice is once
              assertThat(stored.importedHolidays()).isEqualTo(SyukujitsuCsv.read(file));
              stored.replaceHolidays(HolidayList.NONE);

              OpeningHours morning = OpeningHours.parse("08:30-12:00");
              stored.enter(SpecialDay.closed(TUESDAY, "停電点検"));
              stored.enter(SpecialDay.shorter(TUESDAY, morning, "午後は点検"));
              assertThat(stored.specialDays(LocalDate.MIN))
                  .containsExactly(SpecialDay.shorter(TUESDAY, morning, "午後は点検"));
              assertThat(stored.remove(TUESDAY)).isTrue();
              assertThat(stored.remove(TUESDAY)).isFalse();
            });
  }

  private CalendarAdministration administration(CalendarBook kept) {
    return new CalendarAdministration(
        kept,
        new BusinessCalendar(new Settings(), new OfficeDays(kept)),
        new MovableClock("2026-11-20T10:00"),
        changes);
  }
}
