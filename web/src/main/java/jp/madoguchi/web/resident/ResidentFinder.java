package jp.madoguchi.web.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.calendar.WarekiReading;
import jp.madoguchi.resident.CardSerial;
import jp.madoguchi.resident.ResidentPage;
import jp.madoguchi.resident.ResidentQuery;
import jp.madoguchi.resident.ResidentSearch;

/**
 * Finds residents by what a clerk typed into one field: a card, a birth date, a reading, a name.
 */
@ApplicationScoped
public class ResidentFinder {

  private static final Pattern READING =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}ー・\\s\\u3000\\uFF65-\\uFF9F]+");

  private final ResidentSearch residents;

  /** For the container's proxy. */
  protected ResidentFinder() {
    this(null);
  }

  @Inject
  public ResidentFinder(ResidentSearch residents) {
    this.residents = residents;
  }

  /** The first page of who fits; nobody where nothing was typed. */
  public ResidentPage find(String typed) {
    return query(typed)
        .map(residents::search)
        .orElseGet(() -> new ResidentPage(List.of(), 1, false));
  }

  static Optional<ResidentQuery> query(String typed) {
    if (typed == null || typed.isBlank()) {
      return Optional.empty();
    }
    Optional<CardSerial> card = CardSerial.read(typed);
    if (card.isPresent()) {
      return card.map(ResidentQuery::byCard);
    }
    if (Wareki.read(typed) instanceof WarekiReading.Read read) {
      return Optional.of(ResidentQuery.byBirthDate(read.date()));
    }
    return Optional.of(
        READING.matcher(typed).matches()
            ? ResidentQuery.byKana(typed)
            : ResidentQuery.byName(typed));
  }
}
