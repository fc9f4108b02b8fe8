package jp.madoguchi.web.terminal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.calendar.Wareki;
import jp.madoguchi.cardwriting.WritingFault;
import jp.madoguchi.cardwriting.WritingStatus;
import jp.madoguchi.resident.BasicFourItems;
import jp.madoguchi.resident.BasicFourItems.Difference;
import jp.madoguchi.resident.BasicFourItems.Item;
import jp.madoguchi.resident.ResidentRecord;
import jp.madoguchi.terminal.CardAtReader;
import jp.madoguchi.terminal.CardIdentity;
import jp.madoguchi.terminal.ReaderDesk.Presented;
import jp.madoguchi.text.Texts;
import jp.madoguchi.web.cardwriting.CardStateJson;

/**
 * What lies on a reader, for the pages.
 *
 * @param reader NONE, EMPTY, CARD, BUSY while the card works, or AWAY when the agent does not call
 * @param card null while no card has said which one it is
 * @param unknownCard a card lies there that does not say which one it is
 * @param resident the card's holder in the register, or null
 * @param told why no card is recognised here; null: one is, or may be in a moment
 * @param lastSeen when the agent last called; null: not since the server started
 */
record ReaderJson(
    String terminal,
    String reader,
    Card card,
    boolean unknownCard,
    Holder resident,
    CardStateJson told,
    Instant lastSeen) {

  record Card(String serial, String municipality, LocalDate expiry) {

    static Card of(CardIdentity identity) {
      return new Card(identity.serial(), identity.municipality(), identity.expiry());
    }
  }

  record Holder(long id, String name) {

    static Holder of(ResidentRecord resident) {
      return new Holder(resident.id(), resident.name());
    }
  }

  static ReaderJson of(Presented presented, Optional<WritingStatus> unrecognised, Locale locale) {
    CardAtReader at = presented.reader();
    return new ReaderJson(
        at.terminal(),
        reader(at, unrecognised),
        at.identity().map(Card::of).orElse(null),
        at.unknownCard(),
        presented.holder().map(Holder::of).orElse(null),
        unrecognised.map(status -> CardStateJson.of(status, locale)).orElse(null),
        at.lastSeen().orElse(null));
  }

  private static String reader(CardAtReader at, Optional<WritingStatus> unrecognised) {
    if (unrecognised.flatMap(WritingStatus::fault).equals(Optional.of(WritingFault.NO_TERMINAL))) {
      return "AWAY";
    }
    return at.busy() ? "BUSY" : at.reader().state().name();
  }

  /**
   * Card and register side by side.
   *
   * @param equal whether all four agree
   */
  record Comparison(boolean equal, List<ComparedItem> items) {

    static Comparison of(BasicFourItems card, List<Difference> differences, Locale locale) {
      Map<Item, Difference> differing =
          differences.stream().collect(Collectors.toMap(Difference::item, Function.identity()));
      return new Comparison(
          differences.isEmpty(),
          Stream.of(Item.values())
              .map(
                  item ->
                      new ComparedItem(
                          item, text(item, card, locale), !differing.containsKey(item)))
              .toList());
    }

    private static String text(Item item, BasicFourItems card, Locale locale) {
      return switch (item) {
        case NAME -> card.name();
        case ADDRESS -> card.address();
        case BIRTH_DATE -> new Wareki(card.birthDate()).text(locale);
        case SEX -> Texts.get(locale, "resident.sex." + card.sex());
      };
    }
  }

  /**
   * One item.
   *
   * @param card what the card says
   * @param same whether the register says the same
   */
  record ComparedItem(Item item, String card, boolean same) {}
}
