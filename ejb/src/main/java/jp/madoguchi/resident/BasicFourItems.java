package jp.madoguchi.resident;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The basic four items (基本4情報) as they stand on a card. */
public record BasicFourItems(String name, String address, LocalDate birthDate, Sex sex) {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u3000]+");

  /** One of the four items. */
  public enum Item {
    NAME,
    ADDRESS,
    BIRTH_DATE,
    SEX
  }

  /** An item that says one thing on the card and another in the register. */
  public record Difference(Item item, String onCard, String inRegister) {}

  /**
   * Compares the card with the register. Which kind of space stands between words does not count,
   * nor whether a mark is composed with its letter (NFC); a variation selector does count, since it
   * makes another character of the name.
   *
   * @return what differs, in the order of the items; empty when card and register agree
   */
  public List<Difference> compareWith(ResidentRecord resident) {
    BasicFourItems register = resident.basicFourItems();
    List<Difference> differences = new ArrayList<>();
    if (!comparable(name).equals(comparable(register.name))) {
      differences.add(new Difference(Item.NAME, name, register.name));
    }
    if (!comparable(address).equals(comparable(register.address))) {
      differences.add(new Difference(Item.ADDRESS, address, register.address));
    }
    if (!birthDate.equals(register.birthDate)) {
      differences.add(
          new Difference(Item.BIRTH_DATE, birthDate.toString(), register.birthDate.toString()));
    }
    if (sex != register.sex) {
      differences.add(new Difference(Item.SEX, sex.name(), register.sex.name()));
    }
    return List.copyOf(differences);
  }

  static String comparable(String text) {
    String spaced = SPACES.matcher(text).replaceAll("\u3000");
    String composed = Normalizer.normalize(spaced, Form.NFC);
    int from = composed.startsWith("\u3000") ? 1 : 0;
    int to = composed.length() - (composed.length() > from && composed.endsWith("\u3000") ? 1 : 0);
    return composed.substring(from, to);
  }

  /** Personal data must never end up in a log. */
  @Override
  public String toString() {
    return "BasicFourItems[…]";
  }
}
