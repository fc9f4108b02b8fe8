package jp.madoguchi.web.resident;

import java.time.LocalDate;
import java.util.List;
import jp.madoguchi.resident.Card;
import jp.madoguchi.resident.CardKind;
import jp.madoguchi.resident.CardState;
import jp.madoguchi.resident.ResidentPage;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.resident.Sex;

/** A resident as programs see one. */
public record ResidentJson(
    long id,
    String registerNumber,
    String name,
    String kana,
    LocalDate birthDate,
    Sex sex,
    String postalCode,
    String address,
    Long householdId,
    ResidentRecord.Status status,
    LocalDate movedAwayOn,
    LocalDate diedOn,
    LocalDate stayUntil,
    boolean adultWard,
    long version,
    List<CardJson> cards) {

  /** A card of the resident. */
  public record CardJson(String serial, CardKind kind, LocalDate expiresOn, CardState state) {

    static CardJson of(Card card) {
      return new CardJson(card.serial().value(), card.kind(), card.expiresOn(), card.state());
    }
  }

  /** One page of a search; a resident's cards are shown when one resident is asked for. */
  public record Page(List<ResidentJson> residents, int page, boolean more) {

    static Page of(ResidentPage page) {
      return new Page(
          page.residents().stream().map(resident -> ResidentJson.of(resident, null)).toList(),
          page.page(),
          page.more());
    }
  }

  static ResidentJson of(ResidentRecord resident, List<Card> cards) {
    return new ResidentJson(
        resident.id(),
        resident.registerNumber(),
        resident.name(),
        resident.kana(),
        resident.birthDate(),
        resident.sex(),
        resident.postalCode(),
        resident.address(),
        resident.householdId(),
        resident.status(),
        resident.movedAwayOn(),
        resident.diedOn(),
        resident.stayUntil(),
        resident.adultWard(),
        resident.version(),
        cards == null ? null : cards.stream().map(CardJson::of).toList());
  }

  /** Personal data must never end up in a log. */
  @Override
  public String toString() {
    return "ResidentJson[id=" + id + "]";
  }
}
