package jp.madoguchi.agent.card;

import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.agent.apdu.Tlv;

/**
 * What the card tells of the writings on it: {@code DF01 {80 state, 81 key, 82 transaction id, 83
 * bytes written, 84 SHA-256 of the active certificate, 85 last committed transaction}}. State: 00
 * nothing staged, 01 a key, 02 a key and the beginning of its certificate. Key and transaction id
 * are those of the staging and absent without one. The active certificate is that of the staged
 * key's slot, without a staging that of the last committed transaction; absent when there is none.
 */
final class Journal {

  private static final int NOTHING = 0;
  private static final int KEY = 1;
  private static final int CERTIFICATE = 2;

  private Journal() {}

  static byte[] encoded(CardState state) {
    List<Tlv> parts = new ArrayList<>();
    Staging staging = state.staging();
    int written = state.staged() ? staging.certificate().length : 0;
    int stage = !state.staged() ? NOTHING : written == 0 ? KEY : CERTIFICATE;
    parts.add(Tlv.of(0x80, (byte) stage));
    if (state.staged()) {
      parts.add(Tlv.of(0x81, (byte) staging.slot().keyFile()));
      parts.add(Tlv.of(0x82, staging.transactionId()));
    }
    parts.add(Tlv.of(0x83, (byte) (written >> 8), (byte) written));
    Slot slot = slotOf(state);
    if (slot != null && state.slot(slot).hasCertificate()) {
      parts.add(Tlv.of(0x84, CardCertificate.hash(state.slot(slot).certificate())));
    }
    if (state.committed() != null) {
      parts.add(Tlv.of(0x85, state.committed().transactionId()));
    }
    return Tlv.of(0xDF01, parts).encoded();
  }

  private static Slot slotOf(CardState state) {
    if (state.staged()) {
      return state.staging().slot();
    }
    return state.committed() == null ? null : state.committed().slot();
  }
}
