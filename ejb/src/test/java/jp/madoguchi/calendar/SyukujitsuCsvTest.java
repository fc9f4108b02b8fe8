package jp.madoguchi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.problem.BusinessException;
import jp.madoguchi.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Cabinet Office's list, as it is published and as it goes wrong. */
class SyukujitsuCsvTest {

  private static final String HEAD = "国民の祝日・休日月日,国民の祝日・休日名称\r\n";
  private static final String YEAR = "2027/1/1,元日\r\n2027/11/23,勤労感謝の日\r\n";

  @Test
  void aListInThePublishedFormIsRead() {
    HolidayList list = SyukujitsuCsv.read(cp932(HEAD + YEAR));
    assertThat(list.names())
        .containsEntry(LocalDate.of(2027, 1, 1), "元日")
        .containsEntry(LocalDate.of(2027, 11, 23), "勤労感謝の日")
        .hasSize(2);
  }

  @Test
  void theShippedListCoversTheYearsThatWereAnnounced() {
    assertThat(ShippedHolidays.list().firstYear()).isEqualTo(1970);
    assertThat(ShippedHolidays.list().lastYear()).isEqualTo(2026);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "holiday-list-head, ''", // an empty file
    "holiday-list-head, '日付,名称\n2027/1/1,元日\n'", // another list
    "holiday-list-line, '2027/1/1;元日\n'",
    "holiday-list-line, '2027-01-01,元日\n'",
    "holiday-list-line, '2027/1/1,\n'", // no name
    "holiday-list-date, '2027/2/30,ない日\n'",
    "holiday-list-twice, '2027/1/1,元日\n2027/1/1,元日\n'",
    "holiday-list-gap, '2027/1/1,元日\n2027/2/11,建国記念の日\n'", // cut off in the year
    "holiday-list-empty, '\n'",
  })
  void aDamagedListIsRefusedWhole(String code, String lines) {
    String file = code.equals("holiday-list-head") ? lines : HEAD + lines;
    assertThat(refusal(cp932(file)).code()).isEqualTo(code);
  }

  @Test
  void theRefusalNamesTheLine() {
    assertThat(refusal(cp932(HEAD + YEAR + "x\r\n")).arguments()).isEqualTo(List.of(4));
  }

  @Test
  void aListThatWasSavedAnewAsUtf8IsRefused() {
    assertThat(refusal((HEAD + YEAR).getBytes(StandardCharsets.UTF_8)).code())
        .isIn("holiday-list-encoding", "holiday-list-head");
  }

  @Test
  void anythingHugeIsRefusedUnread() {
    assertThat(refusal(new byte[SyukujitsuCsv.LARGEST_BYTES + 1]).code())
        .isEqualTo("holiday-list-too-large");
  }

  private static Problem refusal(byte[] file) {
    return catchThrowableOfType(BusinessException.class, () -> SyukujitsuCsv.read(file)).problem();
  }

  private static byte[] cp932(String text) {
    return text.getBytes(SyukujitsuCsv.CP932);
  }
}
