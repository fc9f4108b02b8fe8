package jp.madoguchi.cardwriting;

import java.util.List;
import java.util.Optional;

/**
 * How the setting of a case's PINs stands, for the screens.
 *
 * @param terminal where the case has its reader
 * @param state what the screens tell
 */
public record PinStatus(
    String caseNumber, Optional<String> terminal, List<PinSetting> pins, ScreenState state) {

  /** As it is told in words. */
  public WritingStatus told() {
    return new WritingStatus(caseNumber, terminal, List.of(), state, Optional.empty());
  }
}
