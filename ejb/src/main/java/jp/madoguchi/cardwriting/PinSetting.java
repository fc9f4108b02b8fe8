package jp.madoguchi.cardwriting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.issuance.CertificateType;

/**
 * One PIN in the journal of PIN settings, as it was when it was read.
 *
 * @param triesLeft how many wrong tries the card still takes, as it said last; empty: not asked yet
 * @param lastTry what came of the current PIN that the holder typed last; empty: none was sent, or
 *     it was right
 * @param since when the state was reached
 */
public record PinSetting(
    String caseNumber,
    CertificateType type,
    PinWay way,
    String cardSerial,
    PinSettingState state,
    Optional<Integer> triesLeft,
    Optional<LastTry> lastTry,
    Instant since) {

  /** What came of a current PIN. */
  public enum LastTry {
    WRONG,
    /** The card went away before it said; the PIN is not sent again by itself. */
    IN_DOUBT
  }

  /** Whether something is still to be done for it on the card. */
  public boolean isOpen() {
    return !state.isOver();
  }

  /** The PINs that the holder types for it, in their order. */
  List<AskedPin> asked() {
    boolean current = way == PinWay.CHANGE && !state.mayBeSet();
    return current
        ? List.of(AskedPin.current(type), AskedPin.of(type))
        : List.of(AskedPin.of(type));
  }

  /** The holder changes it, and the card was not asked yet whether it takes a try. */
  boolean asksTries() {
    return way == PinWay.CHANGE && state == PinSettingState.AWAITED && triesLeft.isEmpty();
  }
}
