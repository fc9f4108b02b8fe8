package jp.madoguchi.pin;

import java.util.List;
import java.util.Optional;
import jp.madoguchi.cardwriting.PinSetting;
import jp.madoguchi.cardwriting.PinSettingState;
import jp.madoguchi.cardwriting.PinStatus;
import jp.madoguchi.letter.CertificateCopy;
import jp.madoguchi.letter.Letterhead;
import jp.madoguchi.letter.PinSlip;

/** What a visit's slip says: the PINs that were set, each with its way and its moment. */
final class PinSlips {

  private PinSlips() {}

  /** Empty while none is set. */
  static Optional<PinSlip> of(
      Letterhead head, PinService service, PinStatus status, String holder) {
    List<PinSlip.Line> lines =
        status.pins().stream()
            .filter(one -> one.state() == PinSettingState.SET)
            .map(PinSlips::line)
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PinSlip(head, service.key(), holder, service.representative().orElse(null), lines));
  }

  private static PinSlip.Line line(PinSetting setting) {
    String way =
        switch (setting.way()) {
          case CHANGE -> "変更";
          case RESET -> "初期化";
        };
    return PinSlip.Line.of(CertificateCopy.word(setting.type()), way, setting.since());
  }
}
