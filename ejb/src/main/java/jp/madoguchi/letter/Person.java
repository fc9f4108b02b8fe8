package jp.madoguchi.letter;

import java.time.LocalDate;
import jp.madoguchi.calendar.Wareki;

/** A person as papers name them. */
public record Person(String name, String kana, LocalDate birthDate, String address) {

  /** As many characters as a line of a paper's table takes. */
  private static final int LINE = 34;

  /** Whether name and reading are set smaller, so that a paper keeps to its page. */
  boolean longName() {
    return Math.max(name.length(), kana.length()) > LINE;
  }

  /** Whether the address is set smaller, so that a paper keeps to its page. */
  boolean longAddress() {
    return address.length() > 2 * LINE;
  }

  /** 昭和55年2月17日; before the first era date of the solar calendar as in ISO 8601. */
  String born() {
    return birthDate.isBefore(Wareki.FIRST)
        ? birthDate.toString()
        : new Wareki(birthDate).dayText();
  }
}
