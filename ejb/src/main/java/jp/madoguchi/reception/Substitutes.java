package jp.madoguchi.reception;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.issuance.SubstituteCharacters;
import jp.madoguchi.issuance.SubstituteCharacters.Replaced;
import jp.madoguchi.issuance.SubstituteCharacters.Substitution;
import jp.madoguchi.resident.BasicFourItems.Item;
import jp.madoguchi.resident.ResidentRecord;

/**
 * What a 署名用 certificate writes otherwise than the register (代替文字), for clerk and applicant to see
 * side by side before the applicant agrees.
 *
 * @param items the items with a substitute in them; none: it can be written as registered
 */
public record Substitutes(List<Written> items) {

  /** A certificate that names nobody, or writes all as registered. */
  public static final Substitutes NONE = new Substitutes(List.of());

  /** An item as registered and as the certificate writes it. */
  public record Written(Item item, String registered, String certified, List<Replaced> replaced) {

    public Written {
      replaced = List.copyOf(replaced);
    }
  }

  public Substitutes {
    items = List.copyOf(items);
  }

  public static Substitutes of(ResidentRecord resident) {
    return new Substitutes(
        Stream.of(written(Item.NAME, resident.name()), written(Item.ADDRESS, resident.address()))
            .filter(one -> !one.replaced().isEmpty())
            .toList());
  }

  private static Written written(Item item, String registered) {
    Substitution certified = SubstituteCharacters.in(registered.strip());
    return new Written(item, registered.strip(), certified.text(), certified.replaced());
  }

  public boolean any() {
    return !items.isEmpty();
  }

  /** Each substitute once, as {@code 𠮷→吉}. */
  String inWords() {
    return items.stream()
        .flatMap(one -> one.replaced().stream())
        .map(one -> one.original() + "→" + one.substitute())
        .distinct()
        .collect(Collectors.joining("、"));
  }
}
