package jp.madoguchi.terminal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a card says about itself to everybody.
 *
 * @param serial 15 characters
 * @param municipality the code of the municipality that issued it, without the check digit
 * @param expiry the last day on which it is good
 */
public record CardIdentity(String serial, String municipality, LocalDate expiry) {

  private static final Pattern RECORD =
      Pattern.compile("\\x01\\x1C([0-9A-Z]{15})([0-9]{5})([0-9]{8})");

  /**
   * Reads the record of the 共通 application.
   *
   * @throws UnreadableAnswerException when it has another form
   */
  public static CardIdentity parse(byte[] bytes) {
    Matcher form = RECORD.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    if (!form.matches()) {
      throw new UnreadableAnswerException("The card's own record has another form");
    }
    try {
      LocalDate expiry = LocalDate.parse(form.group(3), DateTimeFormatter.BASIC_ISO_DATE);
      return new CardIdentity(form.group(1), form.group(2), expiry);
    } catch (DateTimeException e) {
      throw new UnreadableAnswerException("The card's expiry is no date");
    }
  }
}
