package jp.madoguchi.cardwriting;

import java.util.List;
import java.util.Objects;

/** What a case wants written on which card, in this order. */
public record WritingOrder(
    String receptionNumber, long residentId, String cardSerial, List<TypeOrder> types) {

  public WritingOrder {
    Objects.requireNonNull(receptionNumber, "receptionNumber");
    Objects.requireNonNull(cardSerial, "cardSerial");
    types = List.copyOf(types);
    if (types.isEmpty() || types.stream().map(TypeOrder::type).distinct().count() < types.size()) {
      throw new IllegalArgumentException("An order has one or two certificates, each type once");
    }
  }
}
