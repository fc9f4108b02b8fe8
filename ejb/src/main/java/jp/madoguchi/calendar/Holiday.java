package jp.madoguchi.calendar;

import java.time.LocalDate;
import java.util.Locale;
import jp.madoguchi.text.Texts;

/**
 * One day on which the Act on National Holidays closes the counter.
 *
 * @param name the holiday's Japanese name; 振替休日 and 国民の休日 by these names
 * @param provisional worked out by the Act's rules because no official list reaches that year yet
 */
public record Holiday(LocalDate date, String name, boolean provisional) {

  public String text(Locale locale) {
    return Texts.find(locale, "holiday." + name).orElse(name);
  }
}
