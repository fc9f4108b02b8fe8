package jp.madoguchi.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.problem.Problem;

/**
 * What a clerk looks for. Everything given must hold; at least one thing is given.
 *
 * @param kana the beginning of the reading, in any kana, or null
 * @param name the beginning of the name, or null
 * @param birthDate the day of birth, or null
 * @param card the serial number of a card, or null
 * @param page which page, counted from 1
 * @param size residents on a page
 */
public record ResidentQuery(
    String kana, String name, LocalDate birthDate, CardSerial card, int page, int size) {

  public static final int PAGE_SIZE = 20;

  private static final int LARGEST_PAGE = 100;
  private static final int LAST_PAGE = 100;
  private static final int LONGEST_WORD = 100;

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code resident-query-empty}, {@code
   *     resident-query-too-long} or {@code resident-query-page}
   */
  public ResidentQuery {
    kana = meaningful(kana, kana == null ? null : SearchKey.ofKana(kana));
    name = meaningful(name, name == null ? null : SearchKey.ofName(name));
    if (kana == null && name == null && birthDate == null && card == null) {
      throw Problem.refused("resident-query-empty").asException();
    }
    if (page < 1 || page > LAST_PAGE || size < 1 || size > LARGEST_PAGE) {
      throw Problem.refused("resident-query-page", LAST_PAGE, LARGEST_PAGE).asException();
    }
  }

  public static ResidentQuery byKana(String kana) {
    return new ResidentQuery(kana, null, null, null, 1, PAGE_SIZE);
  }

  public static ResidentQuery byName(String name) {
    return new ResidentQuery(null, name, null, null, 1, PAGE_SIZE);
  }

  public static ResidentQuery byBirthDate(LocalDate birthDate) {
    return new ResidentQuery(null, null, birthDate, null, 1, PAGE_SIZE);
  }

  public static ResidentQuery byCard(CardSerial card) {
    return new ResidentQuery(null, null, null, card, 1, PAGE_SIZE);
  }

  public ResidentQuery bornOn(LocalDate day) {
    return new ResidentQuery(kana, name, day, card, page, size);
  }

  public ResidentQuery page(int number, int residents) {
    return new ResidentQuery(kana, name, birthDate, card, number, residents);
  }

  /**
   * The things that are given, by name: for the trail, which does not keep the words themselves.
   */
  List<String> criteria() {
    List<String> given = new ArrayList<>();
    if (kana != null) {
      given.add("kana");
    }
    if (name != null) {
      given.add("name");
    }
    if (birthDate != null) {
      given.add("birthDate");
    }
    if (card != null) {
      given.add("card");
    }
    return given;
  }

  private static String meaningful(String word, String key) {
    if (word == null || key.isEmpty()) {
      return null;
    }
    if (word.length() > LONGEST_WORD) {
      throw Problem.refused("resident-query-too-long", LONGEST_WORD).asException();
    }
    return word.strip();
  }
}
