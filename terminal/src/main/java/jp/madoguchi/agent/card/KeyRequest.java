package jp.madoguchi.agent.card;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.agent.apdu.Tlv;

/** What GENERATE asks for: {@code B6 {84 key}, 91 transaction id}. */
record KeyRequest(Slot slot, byte[] transactionId) {

  private static final int TRANSACTION_ID = 16;

  static Optional<KeyRequest> parse(byte[] data) {
    List<Tlv> parts = Tlv.parse(data).orElse(List.of());
    Optional<Slot> slot =
        Tlv.find(parts, 0xB6)
            .flatMap(template -> Tlv.parse(template.value()))
            .flatMap(template -> Tlv.find(template, 0x84))
            .filter(reference -> reference.value().length == 1)
            .flatMap(reference -> Slot.ofKey(reference.value()[0]));
    Optional<byte[]> id =
        Tlv.find(parts, 0x91).map(Tlv::value).filter(value -> value.length == TRANSACTION_ID);
    return slot.flatMap(known -> id.map(value -> new KeyRequest(known, value)));
  }

  boolean isStagedIn(CardState state) {
    return state.staged()
        && state.staging().slot() == slot
        && Arrays.equals(state.staging().transactionId(), transactionId);
  }
}
