package jp.madoguchi.cardwriting;

import java.util.List;
import jp.madoguchi.cardwriting.PinSetting.LastTry;
import jp.madoguchi.issuance.CertificateType;

/**
 * What the applicant sees; nothing personal but what is applied for.
 *
 * @param types the certificates of the case; those whose PIN is asked for in {@code PINS}
 * @param step how far the writing is, of {@code of}; while it stands still, what is done for sure
 * @param inUse while the writing stands still: what all certificates of the case have in common;
 *     else null
 * @param pins in {@code PINS}: what is to be typed, in this order
 * @param tries of each current PIN that is to be typed, how many tries the card still takes
 */
public record CustomerView(
    Face state,
    List<CertificateType> types,
    int step,
    int of,
    InUse inUse,
    List<AskedPin> pins,
    List<Tries> tries) {

  /** The faces of the second screen. */
  public enum Face {
    IDLE,
    CONFIRM,
    PINS,
    WRITING,
    AUTHORITY_SLOW,
    DONE,
    NO_CARD,
    CARD_TORN,
    WRONG_CARD,
    OTHER_KIND,
    AUTHORITY_AWAY,
    /** The PINs of the case are changed or reset. */
    PIN_CONFIRM,
    PIN_SETTING,
    PIN_TORN,
    PIN_DONE,
    /** For all that only the staff can mend. */
    FAULT
  }

  /**
   * A current PIN that is to be typed.
   *
   * @param left how many wrong tries the card still takes
   * @param last what came of the one that was typed last; null: nothing yet
   */
  public record Tries(AskedPin pin, int left, LastTry last) {

    static Tries of(PinSetting setting) {
      return new Tries(
          AskedPin.current(setting.type()),
          setting.triesLeft().orElseThrow(),
          setting.lastTry().orElse(null));
    }
  }

  static CustomerView of(Face face, List<CertificateType> types) {
    List<AskedPin> pins = face == Face.PINS ? types.stream().map(AskedPin::of).toList() : List.of();
    return new CustomerView(face, types, 0, 0, null, pins, List.of());
  }

  static CustomerView asking(List<AskedPin> pins, List<Tries> tries) {
    List<CertificateType> types = pins.stream().map(AskedPin::type).distinct().toList();
    return new CustomerView(Face.PINS, types, 0, 0, null, pins, tries);
  }

  static CustomerView of(WritingStatus status) {
    List<WritingStatus.Line> lines = status.certificates();
    int going = lines.stream().mapToInt(WritingStatus.Line::step).sum();
    return new CustomerView(
        status.state().face(),
        lines.stream().map(WritingStatus.Line::type).toList(),
        status.fault().isPresent() ? status.done() : going,
        status.steps(),
        status.inUse().orElse(null),
        List.of(),
        List.of());
  }
}
