package jp.madoguchi.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The holiday list that came with this release. */
final class ShippedHolidays {

  private static final HolidayList LIST = read();

  private ShippedHolidays() {}

  static HolidayList list() {
    return LIST;
  }

  private static HolidayList read() {
    try (InputStream file = ShippedHolidays.class.getResourceAsStream("syukujitsu.csv")) {
      return SyukujitsuCsv.read(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
