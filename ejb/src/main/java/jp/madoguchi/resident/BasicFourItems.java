package jp.madoguchi.resident;

import java.time.LocalDate;

/** The basic four items (基本4情報) as they stand on a card. */
public record BasicFourItems(String name, String address, LocalDate birthDate, Sex sex) {

  /** Personal data must never end up in a log. */
  @Override
  public String toString() {
    return "BasicFourItems[…]";
  }
}
