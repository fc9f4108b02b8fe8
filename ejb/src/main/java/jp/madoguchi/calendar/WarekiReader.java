package jp.madoguchi.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.problem.Problem;

/**
 * Reads the dates people type: R8.11.24, 令和8/11/24, 令和元年5月1日, 20261124, 2026-11-24, in half or full
 * width. An era date that never was (平成31年5月1日) is refused and the right era named.
 */
final class WarekiReader {

  /** The eras with the Gregorian year of their first year. */
  private static final List<Era> ERAS =
      List.of(
          new Era(JapaneseEra.MEIJI, 1868),
          new Era(JapaneseEra.TAISHO, 1912),
          new Era(JapaneseEra.SHOWA, 1926),
          new Era(JapaneseEra.HEISEI, 1989),
          new Era(JapaneseEra.REIWA, 2019));

  private static final String REST = "(?:年|[./-])(\\d{1,2})(?:月|[./-])(\\d{1,2})日?";
  private static final Pattern DAY_OF_WEEK = Pattern.compile("\\([月火水木金土日]\\)$");
  private static final Pattern ERA_DATE =
      Pattern.compile("(明治?|大正?|昭和?|平成?|令和?|[MTSHR])(元|\\d{1,2})" + REST);
  private static final Pattern WESTERN = Pattern.compile("(\\d{4})" + REST);
  private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private WarekiReader() {}

  static WarekiReading read(String typed) {
    String text = DAY_OF_WEEK.matcher(plain(typed)).replaceFirst("");
    Matcher era = ERA_DATE.matcher(text);
    if (era.matches()) {
      return eraDate(era);
    }
    for (Pattern form : List.of(WESTERN, EIGHT_DIGITS)) {
      Matcher western = form.matcher(text);
      if (western.matches()) {
        return western(western);
      }
    }
    return refused("date-unreadable");
  }

  /** Half width, without spaces, letters large; the sign ㋿ becomes 令和. */
  private static String plain(String typed) {
    return Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .replaceAll("[‐‑–—−ー]", "-")
        .toUpperCase(Locale.ROOT);
  }

  private static WarekiReading western(Matcher parts) {
    try {
      LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
      return date.isBefore(Wareki.FIRST) ? refused("date-too-early") : new WarekiReading.Read(date);
    } catch (DateTimeException e) {
      return refused("date-no-such-day");
    }
  }

  private static WarekiReading eraDate(Matcher parts) {
    Era era = ERAS.stream().filter(one -> one.named(parts.group(1))).findFirst().orElseThrow();
    int yearOfEra = parts.group(2).equals("元") ? 1 : number(parts, 2);
    if (yearOfEra == 0) {
      return refused("date-era-year-zero", era.name());
    }
    try {
      LocalDate date =
          LocalDate.of(era.firstYear() + yearOfEra - 1, number(parts, 3), number(parts, 4));
      return withinEra(era, date);
    } catch (DateTimeException e) {
      return refused("date-no-such-day");
    }
  }

  private static WarekiReading withinEra(Era era, LocalDate date) {
    if (date.isBefore(Wareki.FIRST)) {
      return refused("date-too-early");
    }
    Wareki right = new Wareki(date);
    return right.eraName().equals(era.name())
        ? new WarekiReading.Read(date)
        : refused("date-not-in-era", era.name(), right.dayText());
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static WarekiReading refused(String code, Object... arguments) {
    return new WarekiReading.Refused(Problem.refused(code, arguments));
  }

  private record Era(JapaneseEra era, int firstYear) {

    String name() {
      return era.getDisplayName(TextStyle.FULL, Locale.JAPAN);
    }

    /** By its letter, its first character or its name. */
    boolean named(String typed) {
      return name().startsWith(typed)
          || era.getDisplayName(TextStyle.NARROW, Locale.ENGLISH).equals(typed);
    }
  }
}
