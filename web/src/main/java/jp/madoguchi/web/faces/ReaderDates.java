package jp.madoguchi.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.madoguchi.calendar.Wareki;

/**
 * Dates in the language of a page that others than the staff read, for EL: {@code
 * #{readerDates.day(day)}}.
 */
@Named("readerDates")
@RequestScoped
public class ReaderDates {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final PageTexts texts;

  /** For the container's proxy. */
  protected ReaderDates() {
    this(null);
  }

  @Inject
  public ReaderDates(PageTexts texts) {
    this.texts = texts;
  }

  /** 令和8年11月24日(火), Tuesday 24 November 2026. */
  public String day(LocalDate date) {
    return japanese() ? new Wareki(date).text() : english("EEEE d MMMM uuuu").format(date);
  }

  /** 令和8年(2026年)11月24日(火): for a day years ahead, in both calendars. */
  public String farDay(LocalDate date) {
    return japanese() ? day(date).replaceFirst("年", "年(" + date.getYear() + "年)") : day(date);
  }

  /** 11月24日(火), Tue 24 Nov: for a day in the weeks around. */
  public String nearDay(LocalDate date) {
    return japanese()
        ? DateTimeFormatter.ofPattern("M月d日(E)", Locale.JAPANESE).format(date)
        : english("EEE d MMM").format(date);
  }

  /** 令和8年11月24日(火) 8:30. */
  public String moment(ZonedDateTime when) {
    return day(when.toLocalDate()) + " " + time(when.toLocalTime());
  }

  /** 8:30. */
  public String time(LocalTime time) {
    return TIME.format(time);
  }

  private boolean japanese() {
    return texts.locale().getLanguage().equals("ja");
  }

  private static DateTimeFormatter english(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK);
  }
}
